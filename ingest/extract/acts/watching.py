"""Bodies that are watched: the recipient of a verb of guiding, supervising, auditing or sanctioning."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.acts.phrases import Phrases
from ingest.extract.bodies.chains import Chain
from ingest.grammar import Token
from kg.enums import Role

_STAFF = re.compile(r"(?:(?:及其)?(?:工作|从业|有关|相关)?人员)?(?:及其[^，。；]{1,12}|[^，。；的、]{0,16})?的")
_HERE = re.compile(r"(?:本行政区域|行政区域|本?辖区|本地区|本系统|全[省市县区州])(?:内|范围内)?的?")
WATCHING_OVER = frozenset(("supervise", "guide", "audit"))
_WATCHING = WATCHING_OVER | {"sanction"}
_IN_WHAT = re.compile(r"[^，。；的对]{2,6}(?:、[^，。；的对]{2,6})*等(?:方面的?)?")


class Watching(Phrases):
    """Reading of who is watched."""

    def watched(self, at: int, gives: tuple[str, ...]) -> None:
        """The body behind or before a verb of watching is its recipient (监督X, 对X进行检查)."""
        if _WATCHING.isdisjoint(gives):
            return
        near = self.chain_at(at, 3) or self._further(at)
        chain = self.tokens[near].chain if near is not None else self.about
        if chain is not None and self.text[chain.end : chain.end + 1] not in ("的", "、"):
            self.add(chain, Role.RECIPIENT)
        self.about = None

    def _further(self, at: int) -> int | None:
        """督促本行政区域内的X: the agency behind words of place."""
        far = self.chain_at(at, 12)
        here = _HERE.match(self.text, self.tokens[at].end) if far is not None else None
        return far if here and far is not None and self.tokens[far].start - here.end() <= 1 else None

    def _watched_in(self, tokens: list[Token], gives: tuple[str, ...]) -> None:
        """加强对X的监管: X is the one supervised."""
        if WATCHING_OVER.isdisjoint(gives):
            return
        if tokens and tokens[0].chain and self._watched_first(tokens):
            self.add(tokens[0].chain, Role.RECIPIENT)
        if len(tokens) > 2 and tokens[0].chain and self._over(*tokens[:3]):
            self.add(tokens[0].chain, Role.RECIPIENT)
        for token, following in pairwise(tokens):
            chain: Chain | None = following.chain
            if token.kind == "prep" and token.word.value == "on" and chain and _STAFF.match(self.text, chain.end):
                self.add(chain, Role.RECIPIENT)

    def _watches(self, token: Token) -> bool:
        lexeme = token.word.lexeme
        return token.kind == "verb" and lexeme is not None and not WATCHING_OVER.isdisjoint(lexeme.functions)

    def _watched_first(self, tokens: list[Token]) -> bool:
        """加强医疗机构监管, 加强医疗机构准入、退出等监管: whether those the object opens with are watched."""
        owner, verb = tokens[0], next((t for t in tokens if self._watches(t)), None)
        if verb is None:
            return False
        return verb.start == owner.end or _IN_WHAT.fullmatch(self.text, owner.end, verb.start) is not None

    def _over(self, owner: Token, de: Token, verb: Token) -> bool:
        """负责X的指导、监督: whether X is the one watched."""
        return self._watches(verb) and de.kind == "de" and de.start == owner.end and verb.start == de.end
