namespace Clientele.Analysis.Allocation;

/// <summary>A class of clients that takes part in a distribution.</summary>
/// <param name="Name">The class.</param>
/// <param name="Clients">How many clients; a class of none takes nothing.</param>
/// <param name="Weight">Its weight among the classes; not negative, any scale.</param>
/// <param name="Floor">What each client gets at least, in hours; 0 by default.</param>
/// <param name="Cap">What each client gets at most, in hours; no limit by default.</param>
public sealed record CapacityClass(string Name, int Clients, decimal Weight, decimal Floor = 0, decimal? Cap = null);

/// <summary>What a class of clients gets.</summary>
/// <param name="Name">The class.</param>
/// <param name="Clients">How many clients.</param>
/// <param name="Hours">The hours of the whole class.</param>
/// <param name="PerClient">The hours of one client: the hours of the class divided by its clients, not rounded.</param>
public sealed record CapacityShare(string Name, int Clients, decimal Hours, decimal PerClient);

/// <summary>Divides scarce hours (or a budget) among classes of clients by what they are worth.</summary>
public static class Capacity
{
    private static readonly LocalizedText Input = new("classes", "各类客户");

    /// <summary>Divides hours by weight, within the floor and the cap of each client; what a floor takes or a cap leaves goes to the others by weight.</summary>
    /// <param name="hours">The hours to divide; not negative.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="unit">The smallest part that a class gets, above 0; a hundredth of an hour by default.</param>
    /// <returns>The hours of each class, which add up to exactly the hours given (largest remainders), or why they cannot be divided.</returns>
    /// <remarks>Classes that fall below their floor or rise above their cap are held there, the side that weighs more first, and the rest is divided anew until nothing is out of bounds.</remarks>
    public static Finding<IReadOnlyList<CapacityShare>> Allocate(decimal hours, IReadOnlyList<CapacityClass> classes, decimal unit = 0.01m)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var served = classes.Where(one => one.Clients > 0).ToList();
        return Refusal(hours, served, unit) is { } reason
            ? Finding.Refused<IReadOnlyList<CapacityShare>>(reason)
            : Divide(hours, served).Then(parts =>
            {
                var rounded = LargestRemainder.Round(parts, hours, unit);
                var byName = served.Zip(rounded).ToDictionary(pair => pair.First, pair => pair.Second);
                return Finding.Of<IReadOnlyList<CapacityShare>>([.. classes.Select(one =>
                    byName.TryGetValue(one, out var part) ? new CapacityShare(one.Name, one.Clients, part, part / one.Clients) : new CapacityShare(one.Name, one.Clients, 0, 0))]);
            });
    }

    private static Reason? Refusal(decimal hours, List<CapacityClass> classes, decimal unit) =>
        classes.Count == 0 ? TooFew.Of(new("clients", "客户"), 0, 1)
        : hours < 0 || unit <= 0 || classes.Any(one => one.Weight < 0 || one.Floor < 0 || one.Cap < 0) ? Unusable.Negative(Input)
        : classes.Any(one => one.Cap < one.Floor) ? new Reason("cap_below_floor", new("The cap of a class is below its floor.", "某类客户的上限低于下限。"))
        : classes.Distinct().Count() < classes.Count ? new Reason("duplicate_class", new("A class is named twice.", "同一类客户重复出现。"))
        : classes.Sum(one => one.Floor * one.Clients) > hours ? new Reason("floors_exceed", new("The floors together are more than there is to divide.", "各类下限之和超过可分配总量。"))
        : classes.All(one => one.Cap is not null) && classes.Sum(one => one.Cap!.Value * one.Clients) < hours ? new Reason("caps_leave_rest", new("The caps together are less than there is to divide.", "各类上限之和低于可分配总量。"))
        : null;

    private static Finding<IReadOnlyList<BoundedPart>> Divide(decimal hours, List<CapacityClass> classes)
    {
        var held = new decimal?[classes.Count];
        while (true)
        {
            var open = Enumerable.Range(0, classes.Count).Where(index => held[index] is null).ToList();
            var (rest, weight) = (hours - held.Sum(part => part ?? 0), open.Sum(index => classes[index].Weight));
            if (open.Count > 0 && weight == 0 && rest > 0 && open.Sum(index => classes[index].Floor * classes[index].Clients) < rest)
            {
                return Finding.Refused<IReadOnlyList<BoundedPart>>("no_weight", new("No class with a weight is left to take the rest.", "没有可承接余量的有权重类别。"));
            }

            var wish = open.ToDictionary(index => index, index => weight > 0 ? rest * classes[index].Weight / weight : 0);
            var bounded = open.ToDictionary(index => index, index => Math.Clamp(wish[index], Low(classes[index]), High(classes[index])));
            var excess = open.Sum(index => bounded[index] - wish[index]);
            var stop = open.Where(index => excess > 0 ? bounded[index] > wish[index] : excess < 0 && bounded[index] < wish[index]).ToList();
            if (stop.Count == 0)
            {
                return Finding.Of<IReadOnlyList<BoundedPart>>([.. classes.Select((one, index) => new BoundedPart(held[index] ?? bounded[index], Low(one), High(one)))]);
            }

            foreach (var index in stop)
            {
                held[index] = bounded[index];
            }
        }
    }

    private static decimal Low(CapacityClass one) => one.Floor * one.Clients;

    private static decimal High(CapacityClass one) => one.Cap is { } cap ? cap * one.Clients : decimal.MaxValue;
}
