"""Lemma scripts: how to turn a word into its lemma, as a class that a head of the network can choose.

A script is `case|strip|add`: `case` is k (keep) or l (lower) or c (capitalize); then strip that many characters from the
end and add the letters. A word whose lemma shares no beginning with it has the whole lemma in the script: `=|be`.
(After the edit scripts of Straka, UDPipe 2.0, 2018, without edits inside the word.)
"""


def cased(word: str, case: str) -> str:
    if case == "l":
        return word.lower()
    return word[:1].upper() + word[1:].lower() if case == "c" else word


def script_of(word: str, lemma: str) -> str:
    """The shortest script that makes `lemma` of `word`."""
    best = f"=|{lemma}"
    best_size = len(lemma) * 2 + 1
    for case in "klc":
        form = cased(word, case)
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        size = (len(form) - shared) + (len(lemma) - shared) + (case != "k") * 0.5
        if shared and size < best_size:
            best, best_size = f"{case}|{len(form) - shared}|{lemma[shared:]}", size
    return best


def apply_script(word: str, script: str) -> str:
    """Undo `script_of`: never longer than the word allows, never empty."""
    if script.startswith("=|"):
        return script[2:]
    case, strip, add = script.split("|", 2)
    form = cased(word, case)
    return (form[: max(0, len(form) - int(strip))] + add) or form
