using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Clientele.Import;

/// <summary>Writes mappings as the files that operators read and edit.</summary>
internal static partial class MappingWriter
{
    public static string Write(ImportMapping mapping, IReadOnlyList<string> head, IReadOnlyList<string> tail)
    {
        var text = new StringBuilder();
        Comments(text, head);
        Line(text, 0, "source", mapping.Source);
        Line(text, 0, "title", mapping.Title);
        File(text, mapping.File);
        Line(text, 0, "select", mapping.Select);
        Rules(text, mapping);
        Client(text, mapping.Client);
        Contact(text, mapping.Contact);
        Matter(text, mapping.Matter);
        Touchpoints(text, mapping.Touchpoints);
        if (tail.Count > 0)
        {
            text.Append('\n');
            Comments(text, tail);
        }

        return text.ToString();
    }

    private static void File(StringBuilder text, TableFormat file)
    {
        if (file == new TableFormat())
        {
            return;
        }

        text.Append("\nfile:\n");
        Line(text, 1, "format", file.Format);
        Line(text, 1, "encoding", file.Encoding);
        Line(text, 1, "delimiter", file.Delimiter switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => "" });
        Line(text, 1, "sheet", file.Sheet);
        Line(text, 1, "header_row", file.HeaderRow > 0 ? file.HeaderRow.ToString(CultureInfo.InvariantCulture) : "");
    }

    private static void Rules(StringBuilder text, ImportMapping mapping)
    {
        if (mapping.Dates.Formats.Count > 0 || mapping.Dates.Undated is not null)
        {
            text.Append("\ndates:\n");
            if (mapping.Dates.Formats.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  formats: [{string.Join(", ", mapping.Dates.Formats.Select(Quoted))}]\n");
            }

            Line(text, 1, "undated", mapping.Dates.Undated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        }

        if (mapping.Amounts != new AmountRules())
        {
            text.Append("\namounts:\n");
            Line(text, 1, "currency", mapping.Amounts.Currency);
            Line(text, 1, "decimal", mapping.Amounts.Mark switch { DecimalMark.Point => "point", DecimalMark.Comma => "comma", _ => "" });
            Line(text, 1, "factor", mapping.Amounts.Factor == 1m ? "" : mapping.Amounts.Factor.ToString(CultureInfo.InvariantCulture));
        }

        if (mapping.Split is { } split)
        {
            text.Append("\nsplit:\n");
            Line(text, 1, "column", split.Column);
            Line(text, 1, "by", split.By == "\n" ? "line" : split.By);
            Line(text, 1, "amounts", split.ShareAmounts ? "share" : "repeat");
        }
    }

    private static void Client(StringBuilder text, ClientMapping client)
    {
        text.Append("\nclient:\n");
        Line(text, 1, "source", client.Source);
        Line(text, 1, "external_id", client.ExternalId);
        Line(text, 1, "name", client.Name);
        Line(text, 1, "kind", client.Kind);
        Line(text, 1, "since", client.Since);
        Line(text, 1, "culture", client.Culture);
        Lines(text, 1, "attributes", client.Attributes);
        Line(text, 1, "attributes_from", client.AttributesFrom);
        Lines(text, 1, "owners", client.Owners);
        Line(text, 1, "owners_from", client.OwnersFrom);
    }

    private static void Contact(StringBuilder text, ContactMapping? contact)
    {
        if (contact is null)
        {
            return;
        }

        text.Append("\ncontact:\n");
        Line(text, 1, "source", contact.Source);
        Line(text, 1, "external_id", contact.ExternalId);
        Line(text, 1, "name", contact.Name);
        Line(text, 1, "family_name", contact.FamilyName);
        Line(text, 1, "salutation", contact.Salutation);
        Line(text, 1, "position", contact.Position);
        Line(text, 1, "role", contact.Role);
        Line(text, 1, "email", contact.Email);
        Line(text, 1, "phone", contact.Phone);
        Line(text, 1, "culture", contact.Culture);
        Line(text, 1, "primary", contact.Primary);
        Lines(text, 1, "attributes", contact.Attributes);
        Line(text, 1, "attributes_from", contact.AttributesFrom);
        Lines(text, 1, "consents", contact.Consents);
        Line(text, 1, "consents_on", contact.ConsentsOn);
        Line(text, 1, "consents_by", contact.ConsentsBy);
    }

    private static void Matter(StringBuilder text, MatterMapping? matter)
    {
        if (matter is null)
        {
            return;
        }

        text.Append("\nmatter:\n");
        Line(text, 1, "source", matter.Source);
        Line(text, 1, "type", matter.Type);
        Line(text, 1, "external_id", matter.ExternalId);
        Line(text, 1, "title", matter.Title);
        Line(text, 1, "opened_on", matter.OpenedOn);
    }

    private static void Touchpoints(StringBuilder text, IReadOnlyList<TouchpointMapping> touchpoints)
    {
        if (touchpoints.Count == 0)
        {
            return;
        }

        text.Append("\ntouchpoints:\n");
        foreach (var touchpoint in touchpoints)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - kind: {Quoted(touchpoint.Kind.ToString())}\n");
            Line(text, 2, "when", touchpoint.When);
            Line(text, 2, "external_id", touchpoint.ExternalId);
            Line(text, 2, "occurred_on", touchpoint.OccurredOn);
            Line(text, 2, "amount", touchpoint.Amount);
            Line(text, 2, "channel", touchpoint.Channel);
            Line(text, 2, "by", touchpoint.By);
            Line(text, 2, "note", touchpoint.Note);
            Lines(text, 2, "details", touchpoint.Details);
        }
    }

    private static void Lines(StringBuilder text, int depth, string key, IReadOnlyDictionary<string, MappedValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        text.Append(' ', depth * 2).Append(key).Append(":\n");
        foreach (var (name, value) in values)
        {
            Line(text, depth + 1, name, value);
        }
    }

    private static void Line(StringBuilder text, int depth, string key, MappedValue? value) => Line(text, depth, key, value?.ToString() ?? "");

    private static void Line(StringBuilder text, int depth, string key, string value)
    {
        if (value.Length > 0)
        {
            text.Append(' ', depth * 2).Append(key).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    private static void Comments(StringBuilder text, IReadOnlyList<string> comments)
    {
        foreach (var comment in comments)
        {
            text.Append("# ").Append(comment).Append('\n');
        }
    }

    private static string Quoted(string value) => Plain().IsMatch(value)
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";

    // What YAML reads as it stands: letters and digits with harmless signs between them, perhaps after the sign of a constant.
    [GeneratedRegex(@"^(= )?[\p{L}\p{Nd}_]([\p{L}\p{Nd}_ ()/.\-]*[\p{L}\p{Nd}_)])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
