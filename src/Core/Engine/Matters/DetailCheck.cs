using System.Globalization;

namespace Clientele.Matters;

/// <summary>Whether details are what a kind of touchpoint declares.</summary>
internal static class DetailCheck
{
    /// <exception cref="ClienteleException">A detail is not declared, or its value is of another kind (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static void Check(TouchpointKind kind, IReadOnlyDictionary<string, string> details)
    {
        foreach (var (name, value) in details)
        {
            var field = kind.Details.FirstOrDefault(field => field.Name == name)
                ?? throw new ClienteleException(ErrorCodes.RecordInvalid, $"'{kind.Name}' declares no detail '{name}'; it has {(kind.Details.Count == 0 ? "none" : string.Join(", ", kind.Details.Select(known => known.Name)))}.");
            if (!Is(field.Kind, value))
            {
                throw new ClienteleException(ErrorCodes.RecordInvalid, $"The detail '{name}' of '{kind.Name}' is '{value}', which is no {field.Kind.ToString().ToLowerInvariant()} in invariant form (2026-03-31, 1234.5, true).");
            }
        }
    }

    /// <summary>A reason for every detail that must be given and is not.</summary>
    public static IEnumerable<Reason> Missing(TouchpointKind kind, IReadOnlyDictionary<string, string> details) =>
        kind.Details.Where(field => field.Required && string.IsNullOrWhiteSpace(details.GetValueOrDefault(field.Name))).Select(field =>
            new Reason("detail_missing", new($"'{field.Title.En}' is missing.", $"缺少“{field.Title.Zh}”。")) { Facts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["detail"] = field.Name } });

    private static bool Is(ValueKind kind, string value) => kind switch
    {
        ValueKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        ValueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.Boolean => value is "true" or "false",
        _ => true,
    };
}
