using System.Globalization;
using Clientele.Privacy;

namespace Clientele.Documents;

/// <summary>Builds the data that templates read: names in lower case, dots in a qualified name as objects inside objects.</summary>
internal static class ModelObject
{
    /// <summary>An empty object.</summary>
    public static Dictionary<string, object?> Empty() => new(StringComparer.Ordinal);

    /// <summary>Sets <c>contractor.owner_class</c> as member <c>owner_class</c> of <c>contractor</c>.</summary>
    public static void Set(Dictionary<string, object?> target, string qualifiedName, object? value)
    {
        var parts = qualifiedName.Split('.');
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
        {
            if (!target.TryGetValue(part, out var inner) || inner is not Dictionary<string, object?> nested)
            {
                nested = Empty();
                target[part] = nested;
            }

            target = nested;
        }

        target[parts[^1]] = value;
    }

    /// <summary>A day as the language's dates are: the instant at which it begins.</summary>
    public static object Day(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    /// <summary>A day that may be missing.</summary>
    public static object? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    /// <summary>A value in invariant form as what it is; text that is not what its kind says stays text.</summary>
    public static object Value(ValueKind kind, string value) => kind switch
    {
        ValueKind.Number when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        ValueKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        ValueKind.Boolean when bool.TryParse(value, out var flag) => flag,
        _ => SingleLine.Of(value),
    };

    /// <summary>An attribute's value as a document shows it: a choice by its title, and of what is confidential nothing.</summary>
    public static object Value(AttributeFact attribute, DocumentLanguage language) =>
        attribute.Definition.Class >= FieldClass.Confidential ? Masking.Value(attribute.Value)
        : attribute.Definition.Choices.FirstOrDefault(choice => choice.Value == attribute.Value) is { } choice
            ? language.Choose(choice.Title)
            : Value(attribute.Definition.Kind, attribute.Value);

    /// <summary>An object of attributes, as a document shows them.</summary>
    public static Dictionary<string, object?> Attributes(IReadOnlyList<AttributeFact> attributes, DocumentLanguage language)
    {
        var model = Empty();
        foreach (var attribute in attributes)
        {
            Set(model, attribute.Definition.Name, Value(attribute, language));
        }

        return model;
    }

    /// <summary>The details of a touchpoint or a matter.</summary>
    public static Dictionary<string, object?> Details(IEnumerable<DetailFact> details)
    {
        var model = Empty();
        foreach (var detail in details)
        {
            model[detail.Name] = Value(detail.Kind, detail.Value);
        }

        return model;
    }

    /// <summary>The firm in the document's language.</summary>
    public static Dictionary<string, object?> Firm(Firm firm, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["name"] = language.Choose(firm.Name),
        ["address"] = language.Choose(firm.Address),
        ["phone"] = firm.Phone,
        ["email"] = firm.Email,
        ["website"] = firm.Website,
        ["signatory"] = language.Choose(firm.Signatory),
        ["signatory_title"] = language.Choose(firm.SignatoryTitle),
        ["department"] = language.Choose(firm.Department),
    };
}
