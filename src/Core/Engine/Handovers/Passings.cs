using Clientele.Matters;
using Clientele.Storage;

namespace Clientele.Handovers;

/// <summary>A client that passed from one employee to another.</summary>
internal sealed record Passing(string From, string To, string Role, DateOnly On, int ConsultedDays);

/// <summary>Who took over from whom, and so who must keep what another promised.</summary>
internal static class Passings
{
    public const string MatterType = "core.handover";
    public const string Prepared = "core.handover_prepared";

    /// <summary>The accepted handovers of a client, the oldest first.</summary>
    public static async Task<IReadOnlyList<Passing>> OfAsync(Store store, ClientId client, DateOnly asOf, CancellationToken cancellationToken)
    {
        var passings = new List<Passing>();
        await foreach (var (matter, stage) in store.Matters.InStageAsync(asOf, MatterType, client, cancellationToken).Where(handover => handover.Stage.Stage == "accepted").ConfigureAwait(false))
        {
            var details = await LatestDetails.OfAsync(store, matter.Id, asOf, cancellationToken).ConfigureAwait(false);
            passings.Add(new(Of(details, "from"), Of(details, "to"), Of(details, "role"), stage.From, InvariantText.Number(Of(details, "consulted_days")) ?? 0));
        }

        return [.. passings.OrderBy(passing => passing.On)];
    }

    /// <summary>The person, or whoever took over since, or whoever took over from him.</summary>
    public static string Responsible(IReadOnlyList<Passing> passings, string person, DateOnly since)
    {
        foreach (var passing in passings.Where(passing => passing.On >= since))
        {
            person = person.Length > 0 && passing.From == person ? passing.To : person;
        }

        return person;
    }

    public static string Of(SortedDictionary<string, string> details, string name) => details.GetValueOrDefault(name, "");
}
