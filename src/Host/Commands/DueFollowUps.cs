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
        await foreach (var followUp in crm.Care.DueAsync(run.AsOf.AddDays(ahead), cancellationToken).ConfigureAwait(false))
        {
            var client = await crm.Store.Clients.FindAsync(followUp.Client, cancellationToken).ConfigureAwait(false);
            found.Add(new DueFollowUp(followUp, client!, crm.Catalogue.Policies.GetValueOrDefault(followUp.Policy)));
        }

        return found;
    }
}
