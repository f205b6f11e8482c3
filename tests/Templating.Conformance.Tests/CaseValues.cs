using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>The values of a case's model: JSON, with <c>$</c> names for what JSON lacks.</summary>
internal static class CaseValues
{
    public static TemplateObject Object(JsonElement json)
    {
        var result = new TemplateObject();
        foreach (var property in json.EnumerateObject())
        {
            result.Set(property.Name, Of(property.Value));
        }

        return result;
    }

    public static Value Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Value.Of(json.GetString()),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => json.TryGetInt32(out var number) ? Value.Of(number) : Value.Of(json.GetDouble()),
        JsonValueKind.Array => Array(json),
        JsonValueKind.Object => Special(json),
        _ => Value.Null,
    };

    private static Value Array(JsonElement json)
    {
        var result = new TemplateArray();
        foreach (var item in json.EnumerateArray())
        {
            result.Add(Of(item));
        }

        return Value.Of(result);
    }

    private static Value Special(JsonElement json)
    {
        var properties = json.EnumerateObject().ToList();
        var first = properties.FirstOrDefault();
        if (properties.Count == 0 || first.Name is not ['$', ..])
        {
            return Value.OfObject(Object(json));
        }

        var text = first.Value.ValueKind == JsonValueKind.String ? first.Value.GetString()! : "";
        var culture = CultureInfo.InvariantCulture;
        return first.Name switch
        {
            "$double" => Value.Of(double.Parse(text, culture)),
            "$float" => Value.Of(float.Parse(text, culture)),
            "$decimal" => Value.Of(decimal.Parse(text, culture)),
            "$long" => Value.Of(long.Parse(text, culture)),
            "$uint" or "$ulong" or "$byte" or "$short" or "$bigint" => Value.OfInteger(BigInteger.Parse(text, culture)),
            "$char" => Value.Of(text[0]),
            "$guid" => Value.OfOpaque(Guid.Parse(text)),
            "$datetime" => Value.Of(DateTime.Parse(text, culture, DateTimeStyles.RoundtripKind)),
            "$timespan" => Value.Of(TimeSpan.Parse(text, culture)),
            "$jsonelement" => ModelAccess.ToValue(null!, JsonDocument.Parse(first.Value.ValueKind == JsonValueKind.String ? text : first.Value.GetRawText()).RootElement),
            "$clrlist" => Array(first.Value),
            "$enumerable" or "$queryable" => Value.Of(new ModelSequence(first.Value.EnumerateArray().Select(Of))),
            "$dict" => Value.OfObject(Dictionary(first.Value)),
            "$dictobj" or "$clr" => Value.OfObject(Object(first.Value)),
            "$function" => Function(text),
            _ => throw new NotSupportedException(first.Name),
        };
    }

    private static Hashtable Dictionary(JsonElement pairs)
    {
        var result = new Hashtable();
        foreach (var pair in pairs.EnumerateArray())
        {
            result[Conversions.ToObject(Of(pair[0]))!] = Conversions.ToObject(Of(pair[1]));
        }

        return result;
    }

    private static Value Function(string alias)
    {
        var parts = alias.TrimStart('@').Split('.');
        return new TemplateEngine(new TemplateOptions()).Builtins.TryGetFunction(parts[0], parts[1], out var function) ? Value.Of(function) : Value.Null;
    }
}
