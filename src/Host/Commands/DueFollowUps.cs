namespace Clientele.Host.Commands;

/// <summary>An open follow-up with what people read beside it.</summary>
internal sealed record DueFollowUp(FollowUp FollowUp, Client Client, Policy? Policy)
{
    public string What(Run run) => Policy is null ? FollowUp.Policy : run.Say(Policy.Title);

    public string Why(Run run) => string.Join(" ", FollowUp.Reasons.Select(run.Say));
}

/// <summary>Plans the day and reads the follow-ups that are due.</summary>
internal static class DueFollowUps
{
    private const int FurthestDays = 3660;

    public static async Task<IReadOnlyList<DueFollowUp>> ReadAsync(Run run, int ahead, CancellationToken cancellationToken)
    {
        if (ahead is < 0 or > FurthestDays)
        {
            throw new UsageException(run.Say($"--ahead is {ahead}; give 0 to {FurthestDays} days.", $"--ahead 为 {ahead}，应为 0 至 {FurthestDays} 天。"));
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await crm.Segments.RunAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(run.AsOf, ahead, cancellationToken).ConfigureAwait(false);
        var found = new List<DueFollowUp>();
        await foreach (var followUp in crm.Care.ContactsAsync(run.AsOf.AddDays(ahead), cancellationToken).ConfigureAwait(false))
        {
            var client = await crm.Store.Clients.FindAsync(followUp.Client, cancellationToken).ConfigureAwait(false);
            found.Add(new DueFollowUp(followUp, client!, crm.Catalogue.Policies.GetValueOrDefault(followUp.Policy)));
        }

        return found;
    }

    /// <summary>Finds an open follow-up by its id or the beginning of it.</summary>
    public static async Task<FollowUp> FindAsync(Run run, Crm crm, string id, CancellationToken cancellationToken)
    {
        var matching = await crm.Care.DueAsync(DateOnly.MaxValue, cancellationToken).Where(followUp => followUp.Id.ToString().StartsWith(id, StringComparison.OrdinalIgnoreCase)).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (matching.Count == 1)
        {
            return matching[0];
        }

        // One that is closed, or held back, is told apart by those who work with it.
        return (FollowUpId.TryParse(id, out var whole) ? await crm.Store.FollowUps.FindAsync(whole, cancellationToken).ConfigureAwait(false) : null)
            ?? throw new ClienteleException(ErrorCodes.NotFound, matching.Count == 0
                ? run.Say($"No open follow-up begins with '{id}'; list them with 'clientele care due'.", $"没有编号以“{id}”开头的未完成跟进；可用 clientele care due 查看。")
                : run.Say($"Several open follow-ups begin with '{id}'; give more of the id.", $"有多条未完成跟进的编号以“{id}”开头，请给出更完整的编号。"));
    }
}
