"""Whether a word can be a Vietnamese syllable: what misread text almost never is."""

from __future__ import annotations

import re
import unicodedata

_ONSETS = (
    *("ngh", "tr", "th", "qu", "ph", "nh", "ng", "kh", "gi", "gh", "ch"),
    *"bcdđghklmnprstvx",
)
_ONE_VOWEL = """
a ă â e ê i o ô ơ u ư y
ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
ec em en eng eo ep et êch êm ên ênh êp êt êu ich im in inh ip it iu
oc oi om on ong op ot ôc ôi ôm ôn ông ôp ôt ơi ơm ơn ơp ơt
uc ui um un ung up ut ưc ưi ưm ưn ưng ưt ưu ynh ych yt
"""
_MORE_VOWELS = """
ia iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu ya
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oem oen oeo oet ooc oong ôông
ua uân uâng uât uây uâ uê uêch uên uênh uêt uêu uơ uơn uy uya uych uyên uyêt
uynh uyn uyt uyp uyu uôc uôi uôm uôn uông uôt ưa ươc ươi ươm ươn ương ươp ươt ươu
"""
_RIMES = (*_ONE_VOWEL.split(), *_MORE_VOWELS.split())
_TONES = {
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING TILDE}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING DOT BELOW}",
}
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS)})?(?:{'|'.join(sorted(_RIMES, key=len))})")
_AFTER_GI_OR_QU = re.compile(f"(?:g|q)[iu]?(?:{'|'.join(_RIMES)})")


def is_syllable(word: str) -> bool:
    """Whether the word is built as Vietnamese syllables are, in any case and composition."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = sum(letter in _TONES for letter in letters)
    plain = "".join(letter for letter in letters if letter not in _TONES)
    plain = unicodedata.normalize("NFC", plain)
    if tones > 1 or not plain:
        return False
    return bool(_SYLLABLE.fullmatch(plain) or _AFTER_GI_OR_QU.fullmatch(plain))
