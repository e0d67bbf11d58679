"""Văn bản kế hoạch: what the text of a commune's plan says, as a first draft of a plan."""
