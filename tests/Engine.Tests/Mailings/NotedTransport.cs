using Clientele.Mailings;

namespace Clientele.Tests.Mailings;

/// <summary>A transport that notes what it was given and answers as it is told.</summary>
internal sealed class NotedTransport(Func<OutgoingLetter, Delivery>? answer = null) : ILetterTransport
{
    public List<OutgoingLetter> Sent { get; } = [];

    public Task<Delivery> SendAsync(OutgoingLetter letter)
    {
        Sent.Add(letter);
        return Task.FromResult(answer?.Invoke(letter) ?? new Delivery(DeliveryOutcome.Accepted));
    }

    public void Dispose()
    {
    }
}
