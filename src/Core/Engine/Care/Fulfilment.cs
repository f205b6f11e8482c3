namespace Clientele.Care;

/// <summary>Which kinds of touchpoint fulfil a policy.</summary>
internal static class Fulfilment
{
    public static IReadOnlySet<string> Kinds(Catalogue catalogue, Policy policy)
    {
        var kinds = policy.FulfilledBy.Count > 0 ? policy.FulfilledBy.ToHashSet(StringComparer.Ordinal) : catalogue.KindsOf([], TouchpointRoles.Contact);

        // What starts the clock does not stop it.
        if (policy is EventPolicy { FulfilledBy.Count: 0 } after)
        {
            kinds.ExceptWith(after.After);
        }

        return kinds;
    }
}
