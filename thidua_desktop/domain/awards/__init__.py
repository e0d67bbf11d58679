"""Khen thưởng: award forms, eligibility, quotas and money, by dated rule packs."""
