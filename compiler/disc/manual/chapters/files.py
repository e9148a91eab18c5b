"""What there is to say about a file as a whole."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "file",
        "文件",
        "The file",
        """
These are about the file as a whole. After most of them the rest of the file is not looked at, so check again when
they are mended. The limits are far above what a disclosure needs: a file that reaches one is not a spec.

这些问题关系到整个文件，多数情况下文件的其余内容没有再检查，改正以后要再检查一次。大小、层数的限制远远超出公开文件的
需要：达到限制的文件不会是填报文件。
""",
        "unreadable-file not-utf8 forbidden-character file-too-large too-deep too-many-values empty-file not-a-mapping"
        " merge-conflict",
    ),
)

TEXTS = {
    "unreadable-file": """
The system says why. Usually it may not be read, its name is that of a folder or of a link to nothing, or it was moved
away while disc ran.

后面是系统给出的原因。常见的是没有读取权限，同名的是文件夹或失效的链接，或者运行期间文件被移走了。
""",
    "not-utf8": """
Programs on Windows often save Chinese text as GBK (Notepad calls it ANSI), which others cannot read. If the text
looks right to you, save it as UTF-8; nothing else changes. If it is garbled, do not save it: open the file again as
GBK first.

Windows 上的程序常把中文存为 GBK（记事本称为 ANSI），其他程序读不出来。打开后文字正常的，另存为 UTF-8 即可，内容不
变。打开后已经是乱码的，先不要保存，用 GBK 编码重新打开再另存。
""",
    "forbidden-character": """
Text copied from Word, a PDF or a web page can bring characters that nobody sees: spaces without width, marks of
direction, signs of one font alone. A name with one in it cannot be found by a search. If you do not see it, delete
the characters on both sides as well and type them again.

从 Word、PDF 或网页复制的文字里可能夹带看不见的字符：零宽空格、方向标记、只有某种字体才有的符号。名称里有它，就搜索
不到。看不见的，把前后的字连同它一起删掉，重新输入。
""",
    "not-a-mapping": """
The file begins with a list or a sentence. Usually its first field has the `- ` of a list before it, or another file
was saved under this name.

文件以列表或一句话开头。一般是第一个字段的前面多了“- ”，或者把别的文件存成了这个名字。
""",
    "merge-conflict": """
Two people changed the same lines and Git could not choose. One version stands above `=======`, the other below. Which
amount is right says the approved budget, not the order of the two.

两个人改了同一处，Git 不能决定用哪一份：“=======”上面是一份，下面是另一份。哪个金额对，以批复的预算为准，与先后无关。

    <<<<<<< HEAD
    procurement: {goods: 45.56, works: 0, services: 0}
    =======
    procurement: {goods: 54.56, works: 0, services: 0}
    >>>>>>> 2024-budget
""",
}
