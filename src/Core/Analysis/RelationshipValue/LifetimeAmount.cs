using System.Globalization;

namespace Clientele.Analysis.RelationshipValue;

/// <summary>The last step of a lifetime value: cents, and a refusal where keeping the client costs more than he will bring.</summary>
internal static class LifetimeAmount
{
    public static Finding<decimal> Of(decimal value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return value >= 0 ? Finding.Of(rounded) : Finding.Refused<decimal>(LossMaking(rounded));
    }

    public static Reason LossMaking(decimal value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return new("loss_making", new(
            $"On these terms the client costs more than he will bring ({text}), so that there is no value to keep; change the terms or the price.",
            $"按此条件，客户的成本高于其未来贡献（{text}），没有可维持的价值；请调整条件或价格。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = text },
        };
    }
}
