"""What the command line says of paths and folders, rather than of what is in a spec."""

from __future__ import annotations

import shlex

from disc.core.diagnostic import Language, Words
from disc.core.refusal import refusal_with_file
from disc.report.printable import printable


def outside(path: object, folder: object, language: Language, *, absent: bool = False) -> str:
    """Return that a path is not one of the folder of specs, or that nothing is there."""
    if absent:
        return f"没有 {path} 这个文件或文件夹" if language == "zh" else f"there is no file or folder {path}"
    if language == "zh":
        return f"{path} 不是 {folder} 下的文件或文件夹{_where_to_run(language)}"
    return f"{path} is not a spec or a folder below {folder}{_where_to_run(language)}"


def no_specs(folder: object, language: Language) -> str:
    """Return that there is nothing to work on."""
    where = _where_to_run(language)
    return (
        f"{folder} 下没有 .yaml 文件{where}" if language == "zh" else f"there are no .yaml files below {folder}{where}"
    )


def _where_to_run(language: Language) -> str:
    """Return what to do where the folder of specs is not the one that was meant."""
    if language == "zh":
        return "；请在有 specs/ 的文件夹里运行，或用 --root 指明那个文件夹"
    return "; run disc in the folder that has specs/, or name that folder with --root"


def foreign(folder: object, language: Language) -> str:
    """Return that a folder is not disc's to replace."""
    if language == "zh":
        return f"{folder} 不是 disc 生成的文件夹，里面的东西会丢失，或 disc 要读取里面的文件；换一个 --out，或先清空它"
    return (
        f"{folder} was not made by disc and what is in it would be lost, or disc reads what is there; "
        "choose another --out, or empty it"
    )


def other_kind(folder: object, *, preview: bool, language: Language) -> str:
    """Return that a folder holds a site that is to be published, or a preview, and not what is to be built."""
    if language == "zh":
        there = "正式公开的网站，不能用来放预览" if preview else "预览，不能用来放正式公开的网站"
        return f"{folder} 中是{there}；换一个 --out，或先删去它"
    there = "a published site and no preview" if preview else "a preview and no published site"
    return f"{folder} holds {there}; choose another --out, or delete it"


def not_published(language: Language) -> str:
    """Return that a build came to nothing."""
    return "有错误，没有发布；原来的网站没有改动" if language == "zh" else "Not published; the site was left as it was"


def busy(folder: object, process: str, language: Language) -> str:
    """Return that another build writes to the folder."""
    if language == "zh":
        return f"另一个 disc（进程 {process}）正在生成 {folder}；等它结束后再试，网站没有改动"
    return f"another disc (process {process}) is building {folder}; try again once it ends. The site was left alone"


def unusable(name: str, problem: Words, language: Language) -> str:
    """Return that a file which disc goes by cannot be used."""
    if language == "zh":
        return f"{name} 不能用：{problem.zh}。改正它；删去它，就用 disc 自带的"
    return f"{name} cannot be used: {problem.en}. Mend it, or delete it, and the one that disc brings is used"


def refused(folder: object, error: OSError, language: Language) -> str:
    """Return that the disk did not take the site."""
    problem = refusal_with_file(error)
    if language == "zh":
        return f"无法写入 {folder}，网站没有改动：{problem.zh}"
    return f"{folder} cannot be written, and the site was left alone: {problem.en}"


def no_address(address: str, language: Language) -> str:
    """Return that a cluster cannot be where it is said to be."""
    if language == "zh":
        return f"{printable(address)} 不是调度器的地址，应如 tcp://主机:8786"
    return f"{address!r} is no address of a scheduler, such as tcp://HOST:8786"


def two_outputs(language: Language) -> str:
    """Return that two things cannot go to standard output."""
    if language == "zh":
        return "--json 与 --format 都写到标准输出，只能选一个"
    return "--json and --format both write to standard output; choose one of them"


def unreadable_manifest(path: object, language: Language) -> str:
    """Return that nobody knows which pages stand in the site."""
    if language == "zh":
        return f"{path} 已损坏，或由另一版本的 disc 写成；不带 PATH 重新生成整个网站"
    return f"{path} is damaged or of another version of disc; build the whole site again, without PATH"


def there_already(path: object, language: Language) -> str:
    """Return that a new spec has no place."""
    return f"{path} 已经存在，没有改动" if language == "zh" else f"{path} is there already and was left as it is"


def no_code(code: str, nearest: str, language: Language) -> str:
    """Return that the manual has no such page; the nearest is empty where none is near."""
    if not nearest:
        zh = f"没有 {code} 这个编码。disc explain 列出所有编码"
        en = f"there is no code {code}. `disc explain` lists all codes"
        return zh if language == "zh" else en
    if language == "zh":
        return f"没有 {code} 这个编码。最接近的是 {nearest}"
    return f"there is no code {code}. The nearest is {nearest}"


def written(path: object, root: object | None, language: Language) -> str:
    """Return what to do with a new spec; the root is None where it need not be named."""
    check = shlex.join(["disc", "check", *(("--root", str(root)) if root is not None else ()), str(path)])
    if language == "zh":
        return f"已写入 {path}\n接下来填写没有值的字段，直到 {check} 没有错误；然后 disc build"
    return f"Written: {path}\nNext: fill in the fields without a value until `{check}` finds nothing; then disc build"
