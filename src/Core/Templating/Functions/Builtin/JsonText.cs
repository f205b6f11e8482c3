using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Clientele.Templating;

/// <summary>JSON in and out.</summary>
internal static class JsonText
{
    private const int MaximumDepth = 20;

    public static Value Read(in Call call, in Value json)
    {
        if (json.IsNull)
        {
            return call.State.IsCompatible ? throw call.State.Fail(call.Site.Argument(0), "There is no JSON to read.") : Value.Null;
        }

        try
        {
            using var document = JsonDocument.Parse(json.Text);
            return Convert(call, document.RootElement);
        }
        catch (JsonException exception)
        {
            throw call.Fail($"The text is not JSON: {exception.Message}");
        }
    }

    public static string Write(in Call call, in Value value)
    {
        var text = new StringBuilder();
        Write(call, text, value, 0);
        return text.ToString();
    }

    private static Value Convert(in Call call, JsonElement json)
    {
        call.State.Step(call.Span);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new TemplateObject();
                foreach (var property in json.EnumerateObject())
                {
                    result.Set(property.Name, Convert(call, property.Value));
                }

                return Value.OfObject(result);
            case JsonValueKind.Array:
                var items = new TemplateArray(json.GetArrayLength());
                foreach (var item in json.EnumerateArray())
                {
                    items.Add(Convert(call, item));
                }

                return Value.Of(items);
            default:
                return ModelAccess.ToValue(call.State, json);
        }
    }

    private static void Write(in Call call, StringBuilder text, in Value value, int depth)
    {
        call.State.Step(call.Span);
        if (depth > MaximumDepth)
        {
            throw call.Fail($"The value nests more than {MaximumDepth} deep.", TemplateErrorCode.DepthLimit);
        }

        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty: text.Append("null"); break;
            case ValueKind.Bool: text.Append(value.Bool ? "true" : "false"); break;
            case ValueKind.Float or ValueKind.Double: text.Append(Number(call, value)); break;
            case ValueKind.Int or ValueKind.Long: text.Append(value.Long); break;
            case ValueKind.BigInteger: text.Append(call.State.Digits(value.BigInteger, null, CultureInfo.InvariantCulture, call.Span)); break;
            case ValueKind.Decimal: text.Append(value.Decimal.ToString(CultureInfo.InvariantCulture)); break;
            case ValueKind.Array or ValueKind.Range: WriteArray(call, text, value, depth); break;
            case ValueKind.Object: WriteObject(call, text, value, depth); break;
            case ValueKind.Date: text.Append('"').Append(Date(call.State, value.Date)).Append('"'); break;
            case ValueKind.TimeSpan: text.Append('"').Append(value.TimeSpan.ToString("c", CultureInfo.InvariantCulture)).Append('"'); break;
            case ValueKind.Function: throw call.State.Fail(depth == 0 ? call.Site.Argument(0) : call.Span, "A function has no JSON.");
            default: text.Append(JsonSerializer.Serialize(call.State.Text(value, call.Span))); break;
        }

        if (text.Length > call.State.Limits.StringChars)
        {
            call.State.ChargeString(call.Span, text.Length);
        }
    }

    private static string Number(in Call call, in Value value)
    {
        if (!double.IsFinite(value.Double))
        {
            throw call.Fail("JSON has no infinity and no NaN.");
        }

        return value.Kind == ValueKind.Float ? value.Float.ToString(CultureInfo.InvariantCulture) : value.Double.ToString(CultureInfo.InvariantCulture);
    }

    private static string Date(RenderState state, DateTime date)
    {
        var text = date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return date.Kind switch
        {
            DateTimeKind.Utc => text + "Z",
            DateTimeKind.Local => text + new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), DateFormatting.ZoneOffset(state, date))
                .ToString("zzz", CultureInfo.InvariantCulture),
            _ => text,
        };
    }

    private static void WriteArray(in Call call, StringBuilder text, in Value value, int depth)
    {
        text.Append('[');
        var start = text.Length;
        foreach (var item in call.Items(value))
        {
            text.Append(text.Length > start ? "," : "");
            Write(call, text, item, depth + 1);
        }

        text.Append(']');
    }

    private static void WriteObject(in Call call, StringBuilder text, in Value value, int depth)
    {
        text.Append('{');
        var start = text.Length;
        foreach (var name in call.State.MemberNames(value, call.Span))
        {
            text.Append(text.Length > start ? "," : "").Append(JsonSerializer.Serialize(name)).Append(':');
            Write(call, text, call.State.Member(value, name, call.Span), depth + 1);
        }

        text.Append('}');
    }
}
