"""Chinese words that only the pages use."""

from __future__ import annotations

SLOTS = {
    "aid": "救助",
    "document": "文件",
    "groups": "对象",
    "agency": "部门",
    "matter": "事项",
    "function": "职能",
    "wording": "表述",
    "term": "用语",
    "target": "所指",
    "role": "角色",
    "rank": "效力位阶",
    "purpose": "用途",
    "parameter": "数量标准",
    "label": "性质",
    "in_force": "施行期间",
    "element": "缺少要素",
    "due": "期限",
    "date": "日期",
    "bracket": "分档",
    "article": "条文",
    "act": "行为",
    "time_limit": "时限",
    "modality": "强制程度",
    "region": "地区",
}
STATES = {"certain": "明确覆盖", "possible": "可能覆盖", "several": "多家牵头", "uncovered": "无人覆盖"}
MARKS = {"certain": "●", "possible": "◐", "several": "◆", "uncovered": "○"}  # beside the colour, for those who see none
