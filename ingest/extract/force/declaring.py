"""Whether words only declare: why and since when a text holds, its principles and aims, what something is."""

from __future__ import annotations

import re

from ingest.extract.acts.background import told_so_far
from ingest.extract.force.voice import Voice

_DECLARATION = re.compile(
    r"制定本(?:法|条例|办法|规定|细则|意见|规则|方案|规程|制度|措施|通知|决定|预案|职责|标准)|制定(?:以下|如下|下列)"
    r"|^本[^，。；]{1,8}适用于|适用(?:于)?本(?:法|条例|办法|规定|细则|规则|意见)(?!第)"
    r"|本(?:法|条例|办法|规定|细则|意见|通知|方案|规程|规则|措施|职责分工|决定|章程)"
    r"(?:自|从).{0,40}(?:施行|执行|实施|生效|起试行)"
    r"|^自[^，。；]{4,24}起(?:施行|执行|实施|生效|试行)"
    r"|以本(?:法|条例|办法|通知|规定|意见|细则|方案)为准"
    r"|(?:同时|即行|予以)废止|同时停止(?:执行|施行)|(?:遵循|坚持|体现|贯彻).{0,60}(?:的?原则|的?方针)$|^(?:[^，。；]{0,30})(?:应当)?(?:遵循|坚持)(?![^，。；]{0,8}(?:程序|步骤|规程|舆论导向|规范$))"
    r"|实行[^，。；]{4,40}的(?:工作)?(?:机制|体制)$|实行.{0,30}(?:负责制|属地管理|分级负责|分类管理|责任制(?!度))"
    r"|实行[^，。；]{2,30}相结合的原则$|属地管理(?!责任)"
    r"|以.{0,30}为(?:指导|核心|中心|主体|目标|重点|根本|引领|统领|导向|出发点)(?!的(?!(?:工作)?(?:方针|原则)))"
    r"|^(?:现将|现就|特此)|提出(?:如下|以下)(?:实施)?意见|(?:通知|批复|函复|答复|通报|公告)如下|收悉$"
    r"|(?:印发|转发)(?:给)?你们|请.{0,12}(?:遵照|贯彻|认真)"
    r"|(?<!的，)(?:负责|施行|执行|有效)(?:期(?!限?届?满|内|间)|至|期限).{0,12}$|^有效期(?!限?届?满|内|间)|制度(?:自|从)[^，。；]{4,24}起(?:全面|正式)?(?:施行|执行|实施)$|由.{0,60}负责解释|解释权"
)
_PROTECTED = re.compile(r"受(?:国家)?法律保护$|不受(?:非法|任何[^，。；]{0,8})?侵[犯害]$")
_STATED = re.compile(  # words without one of which nothing declares
    "相结合|机制|体制|制定|适用|施行|执行|实施|生效|废止|停止|遵循|坚持|体现|负责制|属地|分级|分类管理|责任制|为指导|为核心|为中心|为主体|为目标|为重点|为根本|为引领|为统领|为导向|为出发点|方针|"
    "现将|现就|特此|如下|以下|你们|请|有效|解释|为准|收悉"
)
_STATEMENT = re.compile(r"^[^，。；]{2,24}(?<!要|应|的)(?<!对象)是(?!指|否)[^，。；]{4,}(?:$|[。；]|(?<!的)，)")
_STATEMENT_OF = re.compile(  # also of an agency's work, and of what it is
    r"^[^，。；]{2,24}(?<!要|应|的)是(?:一[项种]|[^，。；]{2,16}(?:工作部门|组成部门|直属(?:事业单位|机构)|派出机构)(?=[，。；]|$))"
)
_BY_THEN = re.compile(r"^(?:力争|争取|计划|预计)?[到至]\s?20\d\d年(?:底|末|年底)?前?，")  # 到2025年，体系更加健全
_IS = re.compile(r"是(?!否|指)")
_PRINCIPLE = re.compile(
    r"^[^，。；]{0,24}(?:坚持|遵循|贯彻)(?![^，。；]{0,8}(?:程序|步骤|规程|舆论导向|规范$))|(?:贯彻|按照|实行).{0,60}(?:原则|方针)$|^(?:工作|基本)?原则"
)


def declares(voice: Voice) -> bool:
    """Whether an act states and orders nothing; a ban orders, whatever else its words declare."""
    stated = voice.marker != "prohibition" and _STATED.search(voice.words) and _DECLARATION.search(voice.words)
    return (
        bool(stated)
        or (not voice.agency and _PROTECTED.search(voice.words) is not None)
        or (voice.aims and not voice.marker and not voice.agency and "是指" not in voice.words)
        or (not voice.marker and not voice.functions and told_so_far(voice.words))
        or (not voice.marker and not voice.agency and _BY_THEN.match(voice.words) is not None)
        or (not voice.marker and _IS.match(voice.words) is not None)
        or (not voice.marker and bool((_STATEMENT_OF if voice.agency else _STATEMENT).match(voice.words)))
        or (not voice.functions and not voice.agency and bool(_PRINCIPLE.match(voice.words)))
    )
