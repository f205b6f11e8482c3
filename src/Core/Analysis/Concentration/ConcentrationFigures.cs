namespace Clientele.Analysis.Concentration;

/// <summary>How much hangs on few clients.</summary>
/// <param name="Total">What all bring together, losses taken off.</param>
/// <param name="Curve">The cumulative curve, the largest client first.</param>
/// <param name="TopShare">The share of the total that the first fifth of the clients bring; above 1 where others lose money.</param>
/// <param name="Few">The point of the curve at which 80 % of the total is reached first: how many clients do it, and how far they reach.</param>
/// <param name="Gini">The Gini coefficient, 0 to 1.</param>
/// <param name="Hhi">The Herfindahl–Hirschman index, above 0 and at most 1.</param>
public sealed record ConcentrationFigures(decimal Total, IReadOnlyList<ParetoPoint> Curve, double TopShare, ParetoPoint Few, double Gini, double Hhi)
{
    /// <summary>Whether the first fifth of the clients bring at least 80 %.</summary>
    public required bool LawHolds { get; init; }

    /// <summary>Where the curve is highest: its last point, unless some clients lose money.</summary>
    public required ParetoPoint Peak { get; init; }
}

/// <summary>A point of the cumulative curve: a client in the order of value.</summary>
/// <param name="Index">Where the client stands in the list that was given.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Value">What the client brings.</param>
/// <param name="Together">What the clients up to this one bring together.</param>
/// <param name="ClientShare">The share of the clients up to this one, above 0 and at most 1.</param>
/// <param name="ValueShare">Their share of the total.</param>
public sealed record ParetoPoint(int Index, int Rank, decimal Value, decimal Together, double ClientShare, double ValueShare);
