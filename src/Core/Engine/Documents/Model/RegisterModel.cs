namespace Clientele.Documents;

/// <summary>The entries of a register that a document reads.</summary>
/// <param name="Register">The register.</param>
/// <param name="Entries">Its entries in force, in the order of their keys.</param>
public sealed record RegisterFacts(RegisterDefinition Register, IReadOnlyList<RegisterEntry> Entries);

/// <summary>Registers as templates read them: <c>registers.contractor.reference</c> is a list of entries, a field is read by its name.</summary>
internal static class RegisterModel
{
    public static Dictionary<string, object?> Of(IReadOnlyList<RegisterFacts> registers, DocumentLanguage language)
    {
        var model = ModelObject.Empty();
        foreach (var (register, entries) in registers)
        {
            ModelObject.Set(model, register.Name, entries.Select(entry => (object?)Entry(register, entry, language)).ToList());
        }

        return model;
    }

    private static Dictionary<string, object?> Entry(RegisterDefinition register, RegisterEntry entry, DocumentLanguage language)
    {
        var model = ModelObject.Empty();
        foreach (var field in register.Fields)
        {
            model[field.Name] = entry.Fields.TryGetValue(field.Name, out var value) ? Value(field, value, language) : null;
        }

        model["entry"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = entry.Id.ToString(),
            ["version"] = entry.Version,
            ["from"] = ModelObject.Day(entry.From),
            ["until"] = ModelObject.Day(entry.Until),
            ["author"] = SingleLine.Of(entry.Author),
        };
        return model;
    }

    private static object Value(RegisterField field, string value, DocumentLanguage language) =>
        field.Choices.FirstOrDefault(choice => choice.Value == value) is { } choice ? language.Choose(choice.Title) : ModelObject.Value(field.Kind, value);
}
