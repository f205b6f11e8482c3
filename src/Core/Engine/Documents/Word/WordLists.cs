using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;

namespace Clientele.Documents;

/// <summary>The numbering of a document's lists: one definition for marks, one for numbers, and a number for each list, so that each begins afresh.</summary>
/// <param name="styles">The styles, for the indents.</param>
internal sealed class WordLists(WordStyles styles)
{
    /// <summary>How deep lists go in Word.</summary>
    public const int Levels = 9;

    private const int Marks = 0;
    private const int Numbers = 1;

    private readonly List<NumberingInstance> _lists = [];

    /// <summary>Adds a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">How deep it stands, from 0.</param>
    /// <returns>Its number, by which its paragraphs refer to it.</returns>
    public int Add(ListBlock list, int level)
    {
        var id = _lists.Count + 1;
        var instance = new NumberingInstance(new AbstractNumId { Val = list.IsOrdered ? Numbers : Marks }) { NumberID = id };
        if (list.IsOrdered)
        {
            instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = PlainText.FirstNumber(list) }) { LevelIndex = level });
        }

        _lists.Add(instance);
        return id;
    }

    /// <summary>The part with all lists.</summary>
    public Numbering Part() => new([Definition(Marks, NumberFormatValues.Bullet, _ => "\u2022"), Definition(Numbers, NumberFormatValues.Decimal, level => $"%{level + 1}."), .. _lists]);

    private AbstractNum Definition(int id, NumberFormatValues format, Func<int, string> mark) => new(
        [new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, .. Enumerable.Range(0, Levels).Select(OpenXmlElement (level) => new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = mark(level) }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = Text(styles.Indent(level)), Hanging = Text(styles.Hanging) })) { LevelIndex = level })])
    {
        AbstractNumberId = id,
    };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
