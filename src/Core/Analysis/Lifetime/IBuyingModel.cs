namespace Clientele.Analysis.Lifetime;

/// <summary>A fitted model of buying without a contract, where nobody says that he has left.</summary>
/// <remarks>Implemented by <see cref="BgNbd"/>, <see cref="ParetoNbd"/> and <see cref="BgBb"/>; immutable and thread-safe.</remarks>
public interface IBuyingModel
{
    /// <summary>How likely a client with this pattern still is one.</summary>
    /// <param name="pattern">The client's pattern, in the unit of time of the fit.</param>
    /// <returns>A probability, or why there is none.</returns>
    Finding<double> ProbabilityAlive(BuyingPattern pattern);

    /// <summary>How many purchases to expect from a client with this pattern.</summary>
    /// <param name="pattern">The client's pattern, in the unit of time of the fit.</param>
    /// <param name="horizon">The length of time after the end of watching; 0 or more.</param>
    /// <returns>The expected number, 0 or more, or why there is none.</returns>
    Finding<double> ExpectedPurchases(BuyingPattern pattern, double horizon);
}
