namespace Clientele.Timing;

/// <summary>A window that a client is in.</summary>
/// <param name="Window">The window.</param>
/// <param name="Until">The first day it is over; <see langword="null"/> when only something that has not happened yet ends it.</param>
/// <param name="Reason">Why the client is in it, and when it ends.</param>
public sealed record OpenWindow(TimingWindow Window, DateOnly? Until, Reason Reason);

/// <summary>Whether a day is a good one to propose something to a client.</summary>
/// <param name="Client">The client.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="On">The day.</param>
/// <param name="Blocking">The windows that block it; none when it is allowed.</param>
/// <param name="Favouring">The windows that favour it.</param>
/// <param name="NextGoodDay">The first day from this one on that nothing blocks; <see langword="null"/> when that depends on what has not happened yet.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TimingAnswer(ClientId Client, string Purpose, DateOnly On, IReadOnlyList<OpenWindow> Blocking, IReadOnlyList<OpenWindow> Favouring, DateOnly? NextGoodDay)
{
    /// <summary>Whether nothing blocks it.</summary>
    public bool Allowed => Blocking.Count == 0;
}
