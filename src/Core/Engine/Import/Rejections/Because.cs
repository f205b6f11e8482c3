using System.Globalization;

namespace Clientele.Import;

/// <summary>Every reason a row can be rejected for. The codes are stable; <c>docs/import.md</c> explains each.</summary>
internal static class Because
{
    public static RowReason CellsMissing(int cells, int headers, string column) => Say("IMP101", column,
        $"The row ends after {Count(cells)} of {Count(headers)} cells, before the column '{column}'; complete the row.",
        $"本行只有{Count(cells)}格,表头有{Count(headers)}列,缺少“{column}”列;请补全。");

    public static RowReason CellsTooMany(int cells, int headers) => Say("IMP102", "",
        $"The row has {Count(cells)} cells under {Count(headers)} headers; put quotes around a cell that contains the delimiter.",
        $"本行有{Count(cells)}格,表头只有{Count(headers)}列;含分隔符的内容请加引号。");

    public static RowReason QuoteNeverEnds() => Say("IMP103", "",
        "A quoted cell begins in this row and never ends; close the quote, or double it if it belongs to the text.",
        "本行有引号没有结束;请补上引号,属于文字的引号请写两遍。");

    public static RowReason Unreadable(string column) => Say("IMP104", column,
        $"'{column}' has a character that is not text in the encoding of the file; correct it, or state file.encoding in the mapping.",
        $"“{column}”中有无法识别的字符;请更正,或在映射文件中写明file.encoding。");

    public static RowReason Blank(LocalizedText what, string column) => Say("IMP201", column,
        $"The {what.En} is blank; fill it in.",
        $"{what.Zh}为空;请填写。");

    public static RowReason BadDate(string cell, string column) => Say("IMP202", column,
        $"'{cell}' is not a date that can be read one way only; write 2025-03-31, or state the format under dates.formats in the mapping.",
        $"“{cell}”不是可以确定的日期;请写成2025-03-31,或在映射文件的dates.formats中写明格式。");

    public static RowReason NoDate(string column) => Say("IMP203", column,
        "The date is blank; fill it in, or state dates.undated in the mapping.",
        "日期为空;请填写,或在映射文件中写明dates.undated。");

    public static RowReason BadAmount(string cell, string column) => Say("IMP204", column,
        $"'{cell}' is not an amount; write it like 1234.50.",
        $"“{cell}”不是金额;请写成1234.50的形式。");

    public static RowReason AmbiguousAmount(string cell, string column) => Say("IMP205", column,
        $"'{cell}' can be read two ways; state amounts.decimal in the mapping: point for 1,234.56, comma for 1.234,56.",
        $"“{cell}”可以有两种读法;请在映射文件中写明amounts.decimal:point表示1,234.56,comma表示1.234,56。");

    public static RowReason OtherCurrency(string cell, string currency, string column) => Say("IMP206", column,
        $"'{cell}' is not in {currency}; convert it, since every amount of a workspace is in one currency.",
        $"“{cell}”的币种不是{currency};请先折算,同一工作区只使用一种货币。");

    public static RowReason AmountTooPrecise(string cell, string column) => Say("IMP207", column,
        $"'{cell}' has more than four decimals or too many digits to be kept exactly; round it.",
        $"“{cell}”超过四位小数或位数过多,无法精确保存;请四舍五入。");

    public static RowReason NotYesOrNo(string cell, string column) => Say("IMP208", column,
        $"'{cell}' is neither yes nor no.",
        $"“{cell}”既不是“是”也不是“否”。");

    public static RowReason NotANumber(string cell, string column) => Say("IMP209", column,
        $"'{cell}' is not a number.",
        $"“{cell}”不是数字。");

    public static RowReason NotOneOf(string cell, LocalizedText what, IEnumerable<string> known, string column) => Say("IMP210", column,
        $"'{cell}' is not a known {what.En}; known are {string.Join(", ", known)}.",
        $"“{cell}”不是已知的{what.Zh};可用的有{string.Join("、", known)}。");

    public static RowReason UnknownDetail(string kind, string field) => Say("IMP211", "",
        $"{kind} has no detail '{field}'; correct the mapping.",
        $"{kind}没有“{field}”这一项;请修改映射文件。");

    public static RowReason DetailMissing(string kind, string field, string column) => Say("IMP212", column,
        $"{kind} needs the detail '{field}'; fill it in.",
        $"{kind}必须填写“{field}”。");

    public static RowReason OutsideRange(string number, AttributeDefinition attribute, string column) => Say("IMP213", column,
        $"'{number}' is outside the range of {attribute.Title.En}; it goes from {Bound(attribute.Least)} to {Bound(attribute.Most)}.",
        $"“{number}”超出{attribute.Title.Zh}的范围（{Bound(attribute.Least)}至{Bound(attribute.Most)}）。");

    public static RowReason Contradicts(LocalizedText what, string externalId, long row, string column) => Say("IMP301", column,
        $"The {what.En} '{externalId}' stands in row {Count(row)} with other content; keep one of the two rows.",
        $"{what.Zh}“{externalId}”在第{Count(row)}行已出现且内容不同;请只保留一行。");

    public static RowReason NotStored(LocalizedText what, string externalId, string source, string column) => Say("IMP302", column,
        $"No {what.En} '{externalId}' of the source '{source}' is stored; import that source first, or correct the id.",
        $"来源“{source}”中没有{what.Zh}“{externalId}”;请先导入该来源,或更正编号。");

    public static RowReason Expression(string problem, string column) => Say("IMP401", column,
        $"The expression cannot be computed for this row: {problem}",
        $"本行无法计算表达式:{problem}");

    public static RowReason Refused(string problem) => Say("IMP402", "", problem, $"记录不符合要求:{problem}");

    public static RowReason FirstIsKept(LocalizedText what, string externalId, long row, string column) => Say("IMP901", column,
        $"The {what.En} '{externalId}' is described otherwise here than in row {Count(row)}; the first description is kept, and the row goes in.",
        $"{what.Zh}“{externalId}”的描述与第{Count(row)}行不同;保留前者,本行照常导入。");

    private static RowReason Say(string code, string column, string en, string zh) => new(code, new LocalizedText(en, zh), column);

    private static string Bound(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "…";

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);
}
