namespace Clientele.Documents;

/// <summary>What the record form of a visit shows.</summary>
internal static class VisitRecord
{
    public static Dictionary<string, object?> Model(FollowUp followUp, LocalizedText what, Client client, Contact? contact, Matter? matter, IReadOnlyList<DetailField> fields, DateOnly asOf, DocumentLanguage language, Firm firm)
    {
        var model = ModelObject.Empty();
        model["firm"] = ModelObject.Firm(firm, language);
        model["as_of"] = ModelObject.Day(asOf);
        model["culture"] = language.Culture;
        model["client"] = SingleLine.Of(client.Name);
        model["contact"] = contact is null ? "" : SingleLine.Of($"{contact.Name} {contact.Position}".Trim());
        model["phone"] = contact is null ? "" : SingleLine.Of(contact.Phone);
        model["matter"] = matter is null ? "" : SingleLine.Of(matter.Title);
        model["what"] = language.Choose(what);
        model["owner"] = SingleLine.Of(followUp.Owner);
        model["due_on"] = ModelObject.Day(followUp.DueOn);
        model["id"] = followUp.Id.ToString();
        model["reasons"] = followUp.Reasons.Select(reason => SingleLine.Of(language.Choose(reason.Text))).ToList<object?>();
        model["fields"] = fields.Select(field => new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = language.Choose(field.Title), ["required"] = field.Required }).ToList<object?>();
        return model;
    }
}
