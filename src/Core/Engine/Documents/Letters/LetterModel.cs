using System.Globalization;
using Clientele.Promises;

namespace Clientele.Documents;

/// <summary>The data that a letter's template reads, as <c>docs/templates.md</c> lists them.</summary>
internal static class LetterModel
{
    public static Dictionary<string, object?> Of(LetterFacts facts)
    {
        var language = facts.Language;
        var model = ModelObject.Empty();
        model["firm"] = ModelObject.Firm(facts.Firm, language);
        model["letter"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = facts.Letter.Name,
            ["title"] = language.Choose(facts.Letter.Title),
            ["purpose"] = facts.Letter.Purpose,
            ["reference"] = LetterReference.Of(facts),
        };
        model["as_of"] = ModelObject.Day(facts.AsOf);
        model["culture"] = language.Culture;
        model["currency"] = facts.Currency;
        model["client"] = Client(facts);
        model["contact"] = Contact(facts);
        model["salutation"] = Addressee.Of(facts).Salutation;
        model["matter"] = Matter(facts.Matter, language);
        model["measures"] = Measures(facts.Measures);
        model["segments"] = Segments(facts);
        model["insights"] = facts.Insights.Select(insight => InsightModel.Of(insight, facts.Language)).ToList<object?>();
        model["last_touch"] = LastTouch(facts.LastTouch, language);
        model["owner"] = SingleLine.Of(facts.Owner);
        model["promises"] = facts.Promises.Select(promise => (object?)Promise(promise)).ToList();
        model["follow_up"] = FollowUp(facts.FollowUp, language);
        model["registers"] = RegisterModel.Of(facts.Registers, language);
        model["invented"] = facts.Invented;
        return model;
    }

    /// <summary>The parts of the letter, as its layouts read them.</summary>
    public static Dictionary<string, object?> Form(LetterForm form) => new(StringComparer.Ordinal)
    {
        ["firm"] = form.Firm,
        ["contact"] = form.Contact.ToList<object?>(),
        ["seal"] = form.Seal,
        ["parts"] = form.Parts.Select(object? (part) => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["role"] = part.Role.ToString().ToLowerInvariant(),
            ["lines"] = part.Lines.ToList<object?>(),
        }).ToList(),
    };

    private static Dictionary<string, object?> Client(LetterFacts facts)
    {
        var client = ModelObject.Attributes(facts.Attributes, facts.Language);
        client["id"] = facts.Client.Id.ToString();
        client["name"] = SingleLine.Of(facts.Client.Name);
        client["kind"] = GuardNames.Kind(facts.Client.Kind);
        client["external_id"] = SingleLine.Of(facts.Client.ExternalId);
        client["since"] = ModelObject.Day(facts.Client.Since);
        return client;
    }

    private static Dictionary<string, object?> Contact(LetterFacts facts)
    {
        var person = facts.Contact is null ? null : Addressee.Contact(facts);
        var contact = ModelObject.Attributes(facts.ContactAttributes, facts.Language);
        contact["known"] = person is not null;
        contact["name"] = SingleLine.Of(person?.Name ?? "");
        contact["family_name"] = person is null ? "" : PersonName.Of(person.Name, person.FamilyName).Family;
        contact["salutation"] = person is null ? "" : SalutationLine.Word(facts.Language, person.Salutation);
        contact["position"] = SingleLine.Of(person?.Position ?? "");
        contact["email"] = SingleLine.Of(person?.Email ?? "");
        contact["phone"] = SingleLine.Of(person?.Phone ?? "");
        return contact;
    }

    private static Dictionary<string, object?>? Matter(MatterFacts? matter, DocumentLanguage language) => matter is null ? null : new(StringComparer.Ordinal)
    {
        ["title"] = SingleLine.Of(matter.Matter.Title),
        ["type"] = matter.Matter.Type,
        ["type_title"] = language.Choose(matter.TypeTitle),
        ["stage"] = matter.Stage.Stage,
        ["stage_title"] = language.Choose(matter.StageTitle),
        ["since"] = ModelObject.Day(matter.Stage.From),
        ["opened_on"] = ModelObject.Day(matter.Matter.OpenedOn),
        ["external_id"] = SingleLine.Of(matter.Matter.ExternalId),
        ["details"] = ModelObject.Details(matter.Details),
        ["amount"] = matter.Amount,
    };

    private static Dictionary<string, object?> Promise(PromiseLine promise) => new(StringComparer.Ordinal)
    {
        ["text"] = SingleLine.Of(promise.Text),
        ["stage"] = promise.Stage,
        ["due"] = promise.Due is { } due ? ModelObject.Day(due) : null,
        ["reply_by"] = promise.ReplyBy is { } replyBy ? ModelObject.Day(DateOnly.FromDateTime(replyBy)) : null,
        ["reply_time"] = promise.ReplyBy?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        ["amount"] = promise.Amount,
    };

    private static Dictionary<string, object?> Measures(IReadOnlyDictionary<string, decimal?> measures)
    {
        var model = ModelObject.Empty();
        foreach (var (name, value) in measures)
        {
            ModelObject.Set(model, name, value);
        }

        return model;
    }

    private static Dictionary<string, object?> Segments(LetterFacts facts)
    {
        var model = ModelObject.Empty();
        foreach (var segment in facts.Segments)
        {
            ModelObject.Set(model, segment.Scheme, new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = segment.Name,
                ["title"] = facts.Language.Choose(segment.Title),
                ["since"] = ModelObject.Day(segment.Since),
            });
        }

        return model;
    }

    private static Dictionary<string, object?>? LastTouch(TouchFact? touch, DocumentLanguage language) => touch is null ? null : new(StringComparer.Ordinal)
    {
        ["kind_title"] = language.Choose(touch.KindTitle),
        ["occurred_on"] = ModelObject.Day(touch.OccurredOn),
        ["by"] = SingleLine.Of(touch.By),
        ["channel"] = SingleLine.Of(touch.Channel),
    };

    private static Dictionary<string, object?>? FollowUp(FollowUpFact? fact, DocumentLanguage language) => fact is null ? null : new(StringComparer.Ordinal)
    {
        ["policy_title"] = language.Choose(fact.PolicyTitle),
        ["due_on"] = ModelObject.Day(fact.FollowUp.DueOn),
        ["counts_from"] = ModelObject.Day(fact.FollowUp.CountsFrom),
        ["reasons"] = fact.FollowUp.Reasons.Select(reason => SingleLine.Of(language.Choose(reason.Text))).ToList<object?>(),
    };
}
