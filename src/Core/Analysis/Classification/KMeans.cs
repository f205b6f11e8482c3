namespace Clientele.Analysis.Classification;

/// <summary>Lloyd's algorithm from careful starts; the start that ends with the least error wins.</summary>
internal static class KMeans
{
    private const int MostRounds = 300;

    public static int[] Run(double[][] points, int clusters, ulong seed, int starts)
    {
        var chance = new Seeded(seed);
        var (best, least) = (Array.Empty<int>(), double.PositiveInfinity);
        for (var start = 0; start < starts; start++)
        {
            var (assigned, error) = Descend(points, Centres(points, clusters, chance));
            if (error < least - 1e-12)
            {
                (best, least) = (assigned, error);
            }
        }

        return best;
    }

    public static double Distance(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var index = 0; index < one.Length; index++)
        {
            sum += (one[index] - other[index]) * (one[index] - other[index]);
        }

        return sum;
    }

    // Each further centre is drawn with a chance that grows with the squared distance from those there are.
    private static double[][] Centres(double[][] points, int clusters, Seeded chance)
    {
        var centres = new List<double[]> { points[(int)(chance.Next() * points.Length)] };
        while (centres.Count < clusters)
        {
            var far = points.Select(point => centres.Min(centre => Distance(point, centre))).ToArray();
            var draw = chance.Next() * far.Sum();
            var index = 0;
            while (index < far.Length - 1 && (draw -= far[index]) >= 0)
            {
                index++;
            }

            // Rounding may draw a point that is a centre already; the furthest is never one.
            centres.Add(far[index] > 0 ? points[index] : points[Array.IndexOf(far, far.Max())]);
        }

        return [.. centres];
    }

    private static (int[] Assigned, double Error) Descend(double[][] points, double[][] centres)
    {
        var assigned = new int[points.Length];
        var error = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            var sum = 0.0;
            for (var index = 0; index < points.Length; index++)
            {
                var (nearest, distance) = (0, double.PositiveInfinity);
                for (var centre = 0; centre < centres.Length; centre++)
                {
                    if (Distance(points[index], centres[centre]) is var to && to < distance)
                    {
                        (nearest, distance) = (centre, to);
                    }
                }

                assigned[index] = nearest;
                sum += distance;
            }

            if (sum >= error)
            {
                break;
            }

            error = sum;
            Move(points, assigned, centres);
        }

        return (assigned, error);
    }

    // A cluster that lost everybody keeps its centre.
    private static void Move(double[][] points, int[] assigned, double[][] centres)
    {
        foreach (var group in Enumerable.Range(0, points.Length).GroupBy(index => assigned[index]))
        {
            centres[group.Key] = [.. Enumerable.Range(0, points[0].Length).Select(feature => group.Average(index => points[index][feature]))];
        }
    }
}

/// <summary>How much nearer a client is to its own cluster than to the next: P. Rousseeuw, Silhouettes, 1987.</summary>
internal static class Silhouettes
{
    private const int Most = 2000;

    public static double Mean(double[][] points, int[] assigned)
    {
        // Distances between all pairs are too many for a large population; every n-th client stands for it.
        var step = (points.Length + Most - 1) / Most;
        var sample = Enumerable.Range(0, points.Length).Where(index => index % step == 0).ToList();
        return sample.Average(index => Of(points, assigned, sample, index));
    }

    private static double Of(double[][] points, int[] assigned, List<int> sample, int index)
    {
        var means = sample.Where(other => other != index).GroupBy(other => assigned[other])
            .ToDictionary(group => group.Key, group => group.Average(other => Math.Sqrt(KMeans.Distance(points[index], points[other]))));
        if (!means.Remove(assigned[index], out var own) || means.Count == 0)
        {
            return 0;
        }

        var next = means.Values.Min();
        return Math.Max(own, next) is var larger and > 0 ? (next - own) / larger : 0;
    }
}
