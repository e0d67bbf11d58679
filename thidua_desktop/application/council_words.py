"""What members, sessions and votes are called on the screen and on paper."""

from __future__ import annotations

from thidua_desktop.domain.council_members import CouncilRole, Presence, SessionMode
from thidua_desktop.domain.voting import VoteMethod

ROLE_WORDS = {
    CouncilRole.CHAIR: "Chủ tịch",
    CouncilRole.DEPUTY: "Phó Chủ tịch",
    CouncilRole.STANDING: "Ủy viên thường trực",
    CouncilRole.SECRETARY: "Ủy viên, Thư ký",
    CouncilRole.MEMBER: "Ủy viên",
}
PRESENCE_WORDS = {
    Presence.PRESENT: "Có mặt",
    Presence.ABSENT: "Vắng mặt",
    Presence.WRITTEN: "Ý kiến bằng văn bản",
}
MODE_WORDS = {
    SessionMode.MEETING: "Họp",
    SessionMode.IN_WRITING: "Lấy ý kiến bằng văn bản",
}
METHOD_WORDS = {
    VoteMethod.BALLOT: "Bỏ phiếu kín",
    VoteMethod.HANDS: "Giơ tay biểu quyết",
}
