namespace Clientele.Care;

/// <summary>A contact that is owed, with what explains its place in the list.</summary>
/// <param name="FollowUp">The follow-up, whose reasons are the evidence.</param>
/// <param name="Client">For whom.</param>
/// <param name="Policy">The rule behind it; <see langword="null"/> when nobody registers it any more.</param>
/// <param name="Value">What the client is worth by the measure that ranks; <see langword="null"/> when it is not known.</param>
/// <param name="Together">What is done together with it.</param>
public sealed record OwedContact(FollowUp FollowUp, Client Client, Policy? Policy, decimal? Value, IReadOnlyList<FollowUp> Together)
{
    /// <summary>How much it matters, as its policy says.</summary>
    public CarePriority Priority => Policy?.Priority ?? CarePriority.Normal;
}
