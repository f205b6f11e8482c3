using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>A letter's facts as JSON, with the personal data taken out, and back.</summary>
/// <remarks>
/// By reflection on purpose: a fact added to a letter is in its snapshot without anybody thinking of it. Personal data are the members of the
/// contact, its attributes, and the name of a client who is a person; what they leave behind is an id.
/// </remarks>
internal static class LetterSnapshot
{
    private const string ContactFields = "contact.";
    private const string ClientFields = "client.";

    private static readonly string[] KeptOfContact = [nameof(Contact.Id), nameof(Contact.Client), nameof(Contact.Primary), nameof(Contact.Culture)];
    private static readonly string[] PersonalOfClient = [nameof(Client.Name), nameof(Client.ExternalId)];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new LanguageJson(), new JsonStringEnumConverter() } };

    /// <summary>Takes a snapshot of what a letter is made from.</summary>
    public static DocumentSnapshot Of(Guid document, PassedLetter passed)
    {
        // When it may be sent is asked again each time; it is no part of what the letter says.
        var facts = passed.Facts with { Timing = null };
        var root = JsonSerializer.SerializeToNode(new Made(facts, passed.Overridden), Json)!.AsObject();
        var tree = root[nameof(Made.Facts)]!.AsObject();
        var personal = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        if (tree[nameof(LetterFacts.Contact)] is JsonObject contact)
        {
            Take(contact, ContactFields, personal, name => !KeptOfContact.Contains(name, StringComparer.Ordinal));
        }

        if (facts.ContactAttributes.Count > 0)
        {
            personal[ContactFields + nameof(LetterFacts.ContactAttributes)] = tree[nameof(LetterFacts.ContactAttributes)]!.ToJsonString(Json);
            tree.Remove(nameof(LetterFacts.ContactAttributes));
        }

        if (facts.Client.Kind == ClientKind.Person)
        {
            Take(tree[nameof(LetterFacts.Client)]!.AsObject(), ClientFields, personal, name => PersonalOfClient.Contains(name, StringComparer.Ordinal));
        }

        return new DocumentSnapshot(document, facts.Client.Id, facts.Contact?.Id, root.ToJsonString(Json), personal);
    }

    /// <summary>What a letter was made from; a field that was erased is named where its value was.</summary>
    public static PassedLetter Read(DocumentSnapshot snapshot)
    {
        var root = JsonNode.Parse(snapshot.Facts)!.AsObject();
        var tree = root[nameof(Made.Facts)]!.AsObject();
        var chinese = DocumentLanguage.Of((string?)tree[nameof(LetterFacts.Language)]).IsChinese;
        foreach (var (field, value) in snapshot.Personal)
        {
            if (field == ContactFields + nameof(LetterFacts.ContactAttributes))
            {
                if (value is not null)
                {
                    tree[nameof(LetterFacts.ContactAttributes)] = JsonNode.Parse(value);
                }

                continue;
            }

            var owner = tree[field.StartsWith(ContactFields, StringComparison.Ordinal) ? nameof(LetterFacts.Contact) : nameof(LetterFacts.Client)]!.AsObject();
            var name = field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..];
            if ((value is null ? ErasedField.Mark(name, chinese) : JsonNode.Parse(value)) is { } known)
            {
                owner[name] = known;
            }
        }

        var made = root.Deserialize<Made>(Json)!;
        return new PassedLetter(made.Facts, made.Overridden);
    }

    private static void Take(JsonObject owner, string prefix, SortedDictionary<string, string?> personal, Func<string, bool> isPersonal)
    {
        foreach (var name in owner.Select(member => member.Key).Where(isPersonal).ToList())
        {
            var value = owner[name]!.ToJsonString(Json);
            owner.Remove(name);
            // What was never known cannot be erased.
            if (value is not "\"\"")
            {
                personal[prefix + name] = value;
            }
        }
    }

    private sealed record Made(LetterFacts Facts, IReadOnlyList<GuardOverride> Overridden);

    private sealed class LanguageJson : JsonConverter<DocumentLanguage>
    {
        public override DocumentLanguage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DocumentLanguage.Of(reader.GetString());

        public override void Write(Utf8JsonWriter writer, DocumentLanguage value, JsonSerializerOptions options) => writer.WriteStringValue(value.Culture);
    }
}
