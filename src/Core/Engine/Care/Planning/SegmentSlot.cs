using Clientele.Measures;
using Clientele.Storage.Reading;

namespace Clientele.Care;

/// <summary>The segment a client is in, as the rule of a policy reads it: <c>segment.</c> and the scheme. It is filled from the memberships, not from the facts.</summary>
internal sealed class SegmentSlot(int index) : ISlot
{
    public const string Prefix = "segment.";

    public int Index => index;

    public string Definition => Prefix;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
    }
}
