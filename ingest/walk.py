"""One walk over the clauses of a document: the rows of each clause under what it inherits.

A clause inherits from the words above it: the agency before the colon of a duty list, the subject and force of a stem,
the subject of the sentence before in the same paragraph. Titles, salutations and bare headings give no row; 项 that
are persons, things or situations belong to the row of their stem.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from ingest.context import AROUND, Context
from ingest.edges import MARKS, trimmed
from ingest.extract.acts.acts import Act, Scope
from ingest.extract.acts.functions import lexeme_functions
from ingest.extract.acts.going_on import behind_sentence, further_duty, goes_on, resumes
from ingest.extract.acts.offices import Offices, announced, labelled
from ingest.extract.acts.responsible import charged_by_heading, is_charge, measures, named_below
from ingest.extract.acts.sentence_acts import read_sentence
from ingest.extract.aids.aid import find_aid, opens_with_aid
from ingest.extract.bodies.chains import Body, Chain
from ingest.extract.bodies.own_voice import bodies_of
from ingest.extract.force.modality import modality_of
from ingest.extract.people.groups import GroupReading, find_groups, order_of
from ingest.extract.people.heading_sense import told_by_heading, under_heading
from ingest.extract.people.stages import at_stage, stage_kept, stage_of
from ingest.grammar import Tokens
from ingest.listing import announces, is_product, is_situation, of_things, opens_with_act, with_lists
from ingest.numbering import DIVISIONS
from ingest.rows import NOBODY, Row, charge, hand_on_aid, hand_on_groups, join, keep_force
from ingest.sentences import told
from ingest.stems import Stem, handed_down
from ingest.voicing import is_praise, is_punishment, nobody_acts, voice_of, work_done
from kg.enums import Modality, Role
from kg.model import Clause, ClauseId, Groups

_ITEMS = ("item", "subitem", "subpoint", "subsubpoint", "paragraph")
_ALSO_ENCOURAGED = ("鼓励", "支持")  # 鼓励X…，支持Y…: one act of encouraging after the other


class Walk:
    """The rows of one document."""

    def __init__(self, context: Context):
        self.context = context
        self.text = context.text
        self.chains = bodies_of(context)
        self.chain_ends = [c.end for c in self.chains]
        self.offices = Offices(context, self.chains)
        self.tokens = Tokens(context.text, context.vocabulary, self.chains)
        self.stems: dict[ClauseId, Stem] = {}
        self.last: dict[ClauseId, tuple[Body, ...]] = {}  # by article: subject of its last paragraph
        self.stages: dict[ClauseId, str] = {}  # by article: the stage of schooling its first paragraph is about
        self.absorbed: set[ClauseId] = set()
        self.silent: set[ClauseId] = set()  # absorbed whole: no body named there acts

    def rows(self) -> Iterator[tuple[Clause, Row]]:
        """Every row with its clause."""
        for clause in self.context.clauses:
            if clause.kind in AROUND or clause.kind in DIVISIONS or is_charge(clause.label):
                continue
            stem = self._inherited(clause)
            start, end = self.context.own_words(clause)
            if start >= end or clause.id in self.silent:
                self.stems[clause.id] = stem
            elif clause.id not in self.absorbed:
                for row in self._measure(clause, stem, start, end):
                    yield clause, row
            elif self._has_actor(start, end):
                yield clause, self._noun(clause, stem, start, end)

    # -- what a clause inherits ----------------------------------------------------------------------------------

    def _inherited(self, clause: Clause) -> Stem:
        above = self.stems.get(clause.parent) if clause.parent else None
        stem = self.offices.inherited(above or Stem(), clause)
        if clause.kind == "duty" and clause.label and not stem.units:
            named = labelled(self.text, self.chains_in(clause.start, clause.end), clause)
            return replace(stem, subject=named, duty_list=True)
        if charged := charged_by_heading(self.text, self.chains_in(clause.start, clause.end), clause):
            stem = replace(stem, charge=charged)
        return told_by_heading(self.context, clause, stem)

    def chains_in(self, start: int, end: int) -> Iterator[Chain]:
        """The bodies named in a stretch."""
        return takewhile(lambda c: c.start < end, islice(self.chains, bisect_left(self.chain_ends, start + 1), None))

    # -- rows ----------------------------------------------------------------------------------------------------

    def _measure(self, clause: Clause, stem: Stem, start: int, end: int) -> list[Row]:
        """The rows of a clause; what names nobody is for the bodies in the bracket or behind labels at its end."""
        below = [c for c in self.context.children.get(clause.id, ()) if is_charge(c.label)]
        named = named_below((c.label, self.chains_in(*self.context.own_words(c))) for c in below) or stem.charge
        own: list[Row] = []
        for part in measures(self.text, tuple(self.chains_in(start, end)), clause, start, end):
            actors, back = part.actors or named, part.led or stem.duty_list
            charged = stem if actors == stem.charge else replace(stem, charge=actors)
            own += charge(self._clause(clause, charged, part.start, part.end, back=back), actors)
        return self._take_items(clause, stem, own, start, end)

    def _clause(self, clause: Clause, stem: Stem, start: int, end: int, *, back: bool) -> list[Row]:
        """The rows of a stretch; `back`: each sentence that names nobody is about whoever the stretch is for."""
        article = clause.parent if clause.kind == "paragraph" else None
        scope = self._scope(stem, article, start)
        own: list[Row] = []
        sentence: list[Row] = []
        force, people, topical = "", NOBODY, opens_with_aid(self.context, clause, start, end)
        stage = self.stages.get(article, "") if article else ""
        for left, right, stop in with_lists(self.text, told(self.text, start, end)):
            if resumes(self.tokens, left, scope):
                scope.subject = scope.before
            acts = read_sentence(self.text, self.tokens, left, right, scope)
            force = keep_force(force, acts)
            rows = self._rows_of(clause, stem, scope, acts, people)
            if stop > right:
                self._stretch(clause, rows[-1], stop)
            hand_on_groups(rows)
            for row in rows:
                row.groups = at_stage(row.groups, stage)
                stage = stage_kept(stage, row.groups) or stage_of(self.text[left:right], row.groups)
            people = next((r.groups for r in reversed(rows) if r.groups and not (r.bare and people)), people)
            if (stem.duty_list or acts[0].own or further_duty(self.text, left)) and not topical:
                hand_on_aid(sentence)
                own += sentence
                sentence = []
            sentence += rows
            if self.text[stop - 1] not in "；;":
                hand_on_aid(sentence)
                own += sentence
                sentence, force, scope.together = [], "", ()
                scope.subject = stem.subject if back else behind_sentence(self.text, scope, stop)
        hand_on_aid(sentence)
        own += sentence
        if article:
            self.last[article] = scope.subject
            self.stages.setdefault(article, stage)
        return own

    def _scope(self, stem: Stem, article: ClauseId | None, start: int) -> Scope:
        """What holds at `start`: the subject of the stem, else of the paragraph before where that goes on."""
        scope = Scope(stem.subject, stem.duty_list, bool(stem.charge), bool(self.context.articles))
        if article and not scope.subject:
            statute = self.context.by_id[article].kind == "article"
            before = self.last.get(article, ())
            scope.subject = before if goes_on(self.text, self.tokens, start, before, statute=statute) else ()
        scope.opened, scope.asked = start, scope.subject
        return scope

    def _rows_of(self, clause: Clause, stem: Stem, scope: Scope, acts: list[Act], before: Groups) -> list[Row]:
        rows: list[Row] = []
        for act in acts:
            if act.end > act.start:
                if rows and rows[-1].modality is Modality.ENCOURAGEMENT and not act.marker:
                    act.first = self.text.startswith(_ALSO_ENCOURAGED, trimmed(self.text, act.start, act.end)[0])
                rows.append(self._row(clause, stem, scope, act, bool(rows and rows[-1].groups), before))
                before = before if rows[-1].bare and before else rows[-1].groups or before
        return join(rows)

    def _row(self, clause: Clause, stem: Stem, scope: Scope, act: Act, people_before: bool, before: Groups) -> Row:
        start, end = trimmed(self.text, act.start, act.end)
        people = find_groups(self.context, clause, start, end).among(before, order_of(self.context))
        if stem.groups:
            people = people.merge(stem.groups, order_of(self.context))
        people = under_heading(self.context, people, stem.heading)
        words = self.text[start:end]
        modality = modality_of(voice_of(words, stem, scope, act, people_before or bool(people.groups)))
        functions = work_done(words, modality, act.functions)
        punishes = functions == ("sanction",) and is_punishment(words, modality)
        if punishes or (not functions and is_praise(words)):
            people = GroupReading()  # who is punished, and for what, benefits nobody
        if nobody_acts(words, modality, act):
            act.actors = ()
        aid = find_aid(self.context, clause, start, end)
        said = (people.groups, people.excluded, people.bare, punishes)
        return Row(start, end, (act,), functions, act.weak, modality, aid, *said)

    # -- lists ---------------------------------------------------------------------------------------------------

    def _take_items(self, clause: Clause, stem: Stem, own: list[Row], start: int, end: int) -> list[Row]:
        """Note what the items under the clause inherit; draw them into the announcing row where they are things."""
        items = [c for c in self.context.children.get(clause.id, ()) if c.kind in _ITEMS]
        if not own or not items:
            self.stems[clause.id] = stem
            return own
        announcing = [i for i, row in enumerate(own) if announces(self.text[row.start : row.end])]
        at = announcing[-1] if announcing else len(own) - 1
        listed = announces(self.text[own[at].start : end])
        self.stems[clause.id] = handed_down(stem, own[at]) if listed else replace(stem, aid=own[at].aid)
        if listed and (whose := announced(self.text, self.chains_in(start, end), self.stems[clause.id], start, end)):
            self.stems[clause.id] = whose
            return own
        if listed and own[at].modality is Modality.DECLARATION and self.text.find("原则", own[at].start, end) >= 0:
            self._take_principles(clause, own[at], items)
        elif listed and self._things(own[at], items, end):
            self._draw_in(clause, own[at], items)
            own[at + 1 :] = [row for row in own[at + 1 :] if not set(row.functions) <= set(own[at].functions)]
        return own

    def _take_principles(self, clause: Clause, row: Row, items: list[Clause]) -> None:
        """遵循下列原则：（一）…: the items say nothing beyond the statement that announces them."""
        self.silent.update(c.id for c in items)
        self.stems[clause.id] = replace(self.stems[clause.id], aims=True)
        row.start, row.end = trimmed(self.text, row.start, items[-1].end)

    def _things(self, row: Row, items: list[Clause], end: int) -> bool:
        spans = [self.context.own_words(c) for c in items]
        acting = [opens_with_act(self.tokens, self.text, a, b) for a, b in spans]
        return of_things(self.text[row.start : end], [self.text[a:b] for a, b in spans], acting)

    def _draw_in(self, clause: Clause, row: Row, items: list[Clause]) -> None:
        """Stretch the row from its stem to its last item of the same kind."""
        self.absorbed.update(c.id for c in items)
        kept = list(items)
        while len(kept) > 1 and self._has_actor(*self.context.own_words(kept[-1])):
            kept.pop()
        self._stretch(clause, row, kept[-1].end)

    def _stretch(self, clause: Clause, row: Row, end: int) -> None:
        """Let the row go on to `end`, with the people named there."""
        row.start, row.end = trimmed(self.text, row.start, end)
        if row.functions == ("sanction",):
            return
        people = find_groups(self.context, clause, row.start, row.end)
        row.groups, row.excluded = people.groups or row.groups, people.excluded

    def _has_actor(self, start: int, end: int) -> bool:
        """Whether an item says itself who acts (县级以上人民政府规定的其他人员)."""
        tokens = self.tokens.between(start, end)
        if self.text[start:end].rstrip(MARKS).endswith("的") or is_product(self.text[start:end]):
            return False  # a situation or a thing
        if tokens and tokens[0].chain and tokens[0].chain.sure and tokens[0].start == start:
            return not is_situation(self.text[tokens[0].end : end])
        return False

    def _noun(self, clause: Clause, stem: Stem, start: int, end: int) -> Row:
        """An item that names who settles it (县级以上人民政府规定的其他人员): that agency's work."""
        tokens = self.tokens.between(start, end)
        bodies = tokens[0].chain.bodies if tokens[0].chain else ()
        verbs = [t for t in tokens[1:] if t.word.lexeme and t.word.lexeme.functions]
        lexeme = verbs[0].word.lexeme if verbs else None
        functions = lexeme_functions(lexeme, self.text[verbs[0].end : end].rstrip(MARKS)) if lexeme else ()
        start, end = trimmed(self.text, start, end)
        act = Act(start, end, tuple((body, Role.LEAD) for body in bodies), functions)
        people = find_groups(self.context, clause, start, end)
        aid = find_aid(self.context, clause, start, end) or stem.aid
        return Row(start, end, (act,), functions, False, stem.modality, aid, people.groups or NOBODY, people.excluded)
