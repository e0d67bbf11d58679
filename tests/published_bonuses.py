"""The bonuses that follow from NĐ 152/2025/NĐ-CP Điều 49 to 54, worked out by hand, in đồng."""

from __future__ import annotations

from typing import NamedTuple

from thidua_desktop.domain.kinds import SubjectKind

COLLECTIVE, INDIVIDUAL, HOUSEHOLD = (
    SubjectKind.COLLECTIVE,
    SubjectKind.INDIVIDUAL,
    SubjectKind.HOUSEHOLD,
)

OLD_SALARY = 2_340_000
NEW_SALARY = 2_530_000


class Row(NamedTuple):
    """One published bonus: coefficient ×100, and the amounts under both base salaries."""

    award: str
    subject: SubjectKind
    grade: str
    coefficient: int
    until_30_6_2026: int
    from_01_7_2026: int


ROWS = (
    Row("giay_khen_xa", INDIVIDUAL, "", 30, 710_000, 760_000),
    Row("giay_khen_xa", COLLECTIVE, "", 60, 1_410_000, 1_520_000),
    Row("giay_khen_xa", HOUSEHOLD, "", 45, 1_060_000, 1_140_000),
    Row("lao_dong_tien_tien", INDIVIDUAL, "", 30, 710_000, 760_000),
    Row("chien_si_thi_dua_co_so", INDIVIDUAL, "", 100, 2_340_000, 2_530_000),
    Row("tap_the_lao_dong_tien_tien", COLLECTIVE, "", 80, 1_880_000, 2_030_000),
    Row("tap_the_lao_dong_xuat_sac", COLLECTIVE, "", 150, 3_510_000, 3_800_000),
    Row("thon_to_dan_pho_van_hoa", COLLECTIVE, "", 150, 3_510_000, 3_800_000),
    Row("chien_si_thi_dua_tinh", INDIVIDUAL, "", 300, 7_020_000, 7_590_000),
    Row("xa_tieu_bieu", COLLECTIVE, "", 200, 4_680_000, 5_060_000),
    Row("bang_khen_tinh", INDIVIDUAL, "", 150, 3_510_000, 3_800_000),
    Row("bang_khen_tinh", COLLECTIVE, "", 300, 7_020_000, 7_590_000),
    Row("bang_khen_tinh", HOUSEHOLD, "", 225, 5_270_000, 5_700_000),
    Row("co_thi_dua_tinh", COLLECTIVE, "", 800, 18_720_000, 20_240_000),
    Row("bang_khen_thu_tuong", INDIVIDUAL, "", 350, 8_190_000, 8_860_000),
    Row("bang_khen_thu_tuong", COLLECTIVE, "", 700, 16_380_000, 17_710_000),
    Row("co_thi_dua_chinh_phu", COLLECTIVE, "", 1200, 28_080_000, 30_360_000),
    Row("huan_chuong_lao_dong", INDIVIDUAL, "hang_ba", 450, 10_530_000, 11_390_000),
    Row("huan_chuong_lao_dong", COLLECTIVE, "hang_ba", 900, 21_060_000, 22_770_000),
    Row("huan_chuong_lao_dong", INDIVIDUAL, "hang_nhi", 750, 17_550_000, 18_980_000),
    Row("huan_chuong_lao_dong", COLLECTIVE, "hang_nhi", 1500, 35_100_000, 37_950_000),
    Row("huan_chuong_lao_dong", INDIVIDUAL, "hang_nhat", 900, 21_060_000, 22_770_000),
    Row("huan_chuong_lao_dong", COLLECTIVE, "hang_nhat", 1800, 42_120_000, 45_540_000),
)
