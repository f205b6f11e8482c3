using System.Text;

namespace Clientele.Import;

/// <summary>The columns of a file, by header and by the name that rules write.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _byHeader = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    public Columns(IReadOnlyList<string> headers)
    {
        Headers = headers;
        for (var index = 0; index < headers.Count; index++)
        {
            var name = Name(headers[index]);
            if (name.Length > 0 && _byHeader.TryAdd(CellText.Key(headers[index]), index))
            {
                // Two headers may come to one name, such as "Date" and "date."; the first keeps it.
                _byName.TryAdd(name, index);
            }
        }
    }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Finds a column by its header, whatever its blanks, capitals and full-width signs; -1 when there is none.</summary>
    public int Find(string header) => _byHeader.GetValueOrDefault(CellText.Key(header), -1);

    /// <summary>Finds a column by the name rules write; -1 when there is none.</summary>
    public int FindName(string name) => _byName.GetValueOrDefault(name, -1);

    /// <summary>The header as a name that rules can write: "Date Entered" is <c>date_entered</c>, "年销售额(万元)" is <c>年销售额_万元</c>.</summary>
    public static string Name(string header)
    {
        var name = new StringBuilder(header.Length + 1);
        foreach (var character in header.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
            {
                name.Append(char.ToLowerInvariant(character));
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        while (name.Length > 0 && name[^1] == '_')
        {
            name.Length--;
        }

        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? $"_{name}" : name.ToString();
    }
}
