"""Why the system refuses something, in words: it says so itself in English, whatever language a user has."""

from __future__ import annotations

import errno

from disc.core.diagnostic import Words

_CHINESE = {
    errno.EACCES: "没有权限",
    errno.EPERM: "系统不允许",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已经存在",
    errno.EISDIR: "它是文件夹，不是文件",
    errno.ENOTDIR: "路径中的一级是文件，不是文件夹",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正在被使用",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕回了自己",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "系统打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EFBIG: "文件太大",
    errno.EMLINK: "链接太多",
    **({errno.EDQUOT: "超出了磁盘配额"} if hasattr(errno, "EDQUOT") else {}),
}


def refusal(error: OSError) -> Words:
    """Return why the system refused something; what is rare is the same in both languages."""
    said = error.strerror or str(error) or type(error).__name__
    return Words(_CHINESE.get(error.errno or 0, said), said)


def refusal_with_file(error: OSError) -> Words:
    """Return likewise, with the file that it is about where that is known; English has the number, too."""
    zh = refusal(error).zh
    return Words(f"{error.filename}：{zh}" if error.filename else zh, str(error))
