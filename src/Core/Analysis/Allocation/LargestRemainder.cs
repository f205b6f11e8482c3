namespace Clientele.Analysis.Allocation;

/// <summary>A part of a whole before rounding, and within what it must stay.</summary>
internal sealed record BoundedPart(decimal Value, decimal Low, decimal High);

/// <summary>Rounds parts so that they add up to their whole: Hamilton's method of largest remainders, within bounds.</summary>
internal static class LargestRemainder
{
    public static decimal[] Round(IReadOnlyList<BoundedPart> parts, decimal whole, decimal unit)
    {
        var rounded = parts.Select(part => Math.Max(part.Low, decimal.Floor(part.Value / unit) * unit)).ToArray();
        var rest = whole - rounded.Sum();
        var order = Enumerable.Range(0, parts.Count).OrderByDescending(index => parts[index].Value - rounded[index]).ToList();
        while (rest > 0)
        {
            var before = rest;
            foreach (var index in order)
            {
                var more = Math.Min(Math.Min(unit, rest), parts[index].High - rounded[index]);
                rounded[index] += more;
                rest -= more;
            }

            if (rest == before)
            {
                break;
            }
        }

        // What division left at the twenty-eighth digit is taken from where there is most room.
        rounded[order.MaxBy(index => rounded[index] - parts[index].Low)] += Math.Min(rest, 0);
        return rounded;
    }
}
