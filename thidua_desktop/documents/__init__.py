"""Files for people: plan files, Excel, PDF and Word. The only package that knows their formats."""
