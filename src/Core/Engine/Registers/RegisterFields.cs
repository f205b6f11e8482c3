using System.Globalization;

namespace Clientele.Registers;

/// <summary>Reads what somebody wrote into the fields of a register, and says which entry that is.</summary>
internal static class RegisterFields
{
    private const char Separator = '\u001F';

    /// <summary>The values in the form they are kept in; blank ones are left out.</summary>
    /// <exception cref="ClienteleException">A field is not the register's, or a value is not of its kind; all of them are listed.</exception>
    public static SortedDictionary<string, string> Read(RegisterDefinition register, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (name, text) in values.Where(value => !string.IsNullOrWhiteSpace(value.Value)))
        {
            if (register.Fields.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                wrong.Add($"there is no field '{name}'; there are {string.Join(", ", register.Fields.Select(known => known.Name))}");
            }
            else if (Value(field, text.Trim()) is { } value)
            {
                read[name] = value;
            }
            else
            {
                wrong.Add($"'{text}' in {name} is no {Kind(field)}");
            }
        }

        Require(register, wrong);
        return read;
    }

    /// <summary>Refuses an entry without what every entry must have.</summary>
    public static void RequireAll(RegisterDefinition register, IReadOnlyDictionary<string, string> fields) => Require(
        register,
        [.. register.Fields.Where(field => (field.Required || register.Key.Contains(field.Name, StringComparer.Ordinal)) && !fields.ContainsKey(field.Name)).Select(field => $"{field.Name} is missing")]);

    /// <summary>The values of the key, joined. Every field of it must be there.</summary>
    public static string Key(RegisterDefinition register, IReadOnlyDictionary<string, string> fields) =>
        Joined(register.Key, fields) ?? throw Wrong(register, $"its key needs {string.Join(" and ", register.Key.Where(name => !fields.ContainsKey(name)))}");

    /// <summary>The values of the unique fields, joined; <see langword="null"/> where there are none or one is blank.</summary>
    public static string? UniqueKey(RegisterDefinition register, IReadOnlyDictionary<string, string> fields) =>
        register.UniqueActive.Count == 0 ? null : Joined(register.UniqueActive, fields);

    public static ClienteleException Wrong(RegisterDefinition register, string what) =>
        new(ErrorCodes.RecordInvalid, $"The entry does not fit the register '{register.Name}': {what}.");

    private static string? Joined(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> fields) =>
        names.All(fields.ContainsKey) ? string.Join(Separator, names.Select(name => fields[name].Replace(Separator, ' '))) : null;

    private static void Require(RegisterDefinition register, List<string> wrong)
    {
        if (wrong.Count > 0)
        {
            throw Wrong(register, string.Join("; ", wrong));
        }
    }

    private static string? Value(RegisterField field, string text) => field.Kind switch
    {
        // Without trailing zeros: 960.00 and 960 are one price.
        ValueKind.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null,
        ValueKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        ValueKind.Boolean => text is "true" or "false" ? text : null,
        ValueKind.Choice => field.Choices.Any(choice => choice.Value == text) ? text : null,
        _ => text,
    };

    private static string Kind(RegisterField field) => field.Kind switch
    {
        ValueKind.Number => "number such as 1234.5",
        ValueKind.Date => "day such as 2026-03-31",
        ValueKind.Boolean => "true or false",
        _ => $"choice; there are {string.Join(", ", field.Choices.Select(choice => choice.Value))}",
    };
}
