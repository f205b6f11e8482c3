using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Import;

/// <summary>One level of a mapping file, or of the care file: hands out its values, and keeps every problem with its line instead of stopping at the first.</summary>
internal sealed class MappingSection(string name, YamlMappingNode node, List<MappingProblem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Line => (int)node.Start.Line;

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key) is { } found ? (int)found.Start.Line : Line;

    public string Text(string key) => Find(key) switch
    {
        null => "",
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlMappingNode { Start: var start } => Wrong(start, key, $"needs quotes: write {key}: \"{{{{ … }}}}\", because a bare brace means something else in YAML.", ""),
        var other => Wrong(other.Start, key, "must be a text.", ""),
    };

    public string Required(string key)
    {
        var text = Text(key);
        return text.Length > 0 ? text : Wrong(node.Start, key, "is missing.", "");
    }

    public MappedValue? Value(string key)
    {
        // What is there and wrong has been reported; it still counts as given.
        return Find(key) switch
        {
            null or YamlScalarNode { Value: null or "" } => null,
            var found => MappedValue.Parse(Text(key)) with { Line = (int)found.Start.Line },
        };
    }

    public MappedValue RequiredValue(string key) =>
        Value(key) ?? Wrong(node.Start, key, "is missing.", MappedValue.Constant(""));

    public IReadOnlyDictionary<string, MappedValue> Values(string key)
    {
        var values = new Dictionary<string, MappedValue>(StringComparer.Ordinal);
        if (Section(key) is { } section)
        {
            foreach (var entry in section.Keys)
            {
                values[entry] = section.RequiredValue(entry);
            }
        }

        return values;
    }

    public MappingSection? Section(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode mapping => new MappingSection(Qualified(key), mapping, problems),
        var other => Wrong<MappingSection?>(other.Start, key, "must be a list of 'name: value' lines, indented.", null),
    };

    public IEnumerable<MappingSection> Sections(string key)
    {
        switch (Find(key))
        {
            case null or YamlScalarNode { Value: null or "" }:
                yield break;
            case YamlSequenceNode list:
                foreach (var item in list)
                {
                    if (item is YamlMappingNode mapping)
                    {
                        yield return new MappingSection(Qualified(key), mapping, problems);
                    }
                    else
                    {
                        Wrong(item.Start, key, "must be a list whose entries begin with '- ' and hold 'name: value' lines.", 0);
                    }
                }

                break;
            case { } other:
                Wrong(other.Start, key, "must be a list whose entries begin with '- '.", 0);
                break;
        }
    }

    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        YamlSequenceNode list when list.All(item => item is YamlScalarNode) => [.. list.Cast<YamlScalarNode>().Select(item => item.Value ?? "")],
        var other => Wrong<IReadOnlyList<string>>(other.Start, key, "must be a text or a list of texts.", []),
    };

    public T One<T>(string key, T otherwise, params (string Word, T Value)[] words)
    {
        var text = Text(key);
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        return text.Length == 0 ? otherwise : Wrong(Mark(key), key, $"is '{text}'; write {string.Join(" or ", words.Select(word => word.Word))}.", otherwise);
    }

    public decimal Number(string key, decimal otherwise)
    {
        var text = Text(key);
        return text.Length == 0 ? otherwise
            : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : Wrong(Mark(key), key, $"is '{text}'; write a number above zero, such as 10000.", otherwise);
    }

    /// <summary>A whole number of at least so much.</summary>
    public int Whole(string key, int otherwise, int least = 0)
    {
        var text = Text(key);
        return text.Length == 0 ? otherwise
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : Wrong(Mark(key), key, $"is '{text}'; write a whole number, {least} or more.", otherwise);
    }

    public IReadOnlyList<int> Wholes(string key) =>
        [.. Texts(key).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Wrong(Mark(key), key, $"has '{text}'; write whole numbers, 0 or more.", 0))];

    public IReadOnlyList<DateOnly> Days(string key) =>
        [.. Texts(key).Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong(Mark(key), key, $"has '{text}'; write days as 2025-12-31.", DateOnly.MinValue))];

    public bool Flag(string key, bool otherwise) => One(key, otherwise, ("true", true), ("false", false), ("yes", true), ("no", false));

    public DateOnly? Day(string key)
    {
        var text = Text(key);
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : Wrong<DateOnly?>(Mark(key), key, $"is '{text}'; write a day as 2025-12-31.", null);
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            var text = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(text))
            {
                problems.Add(new((int)key.Start.Line, $"'{Qualified(text)}' is not known; {Nearest.Hint(text, [.. _known.Order(StringComparer.Ordinal)])}"));
            }
        }
    }

    public void Problem(int line, string message) => problems.Add(new(line, message));

    public IReadOnlyList<string> Keys => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }

    private Mark Mark(string key) => Find(key)?.Start ?? node.Start;

    private string Qualified(string key) => name.Length == 0 ? key : $"{name}.{key}";

    private T Wrong<T>(Mark mark, string key, string sentence, T instead)
    {
        problems.Add(new((int)mark.Line, $"'{Qualified(key)}' {sentence}"));
        return instead;
    }
}
