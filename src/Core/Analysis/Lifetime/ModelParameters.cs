namespace Clientele.Analysis.Lifetime;

/// <summary>The check of the parameters of a model and of the time it is asked about.</summary>
internal static class ModelParameters
{
    private const double Smallest = 1e-9;
    private const double Largest = 1e9;

    public static Reason? Refusal(double horizon, params ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (OutOfRange.Of(new Input(new("parameter of the model", "模型参数"), parameter, Smallest, Largest)) is { } reason)
            {
                return reason;
            }
        }

        return OutOfRange.Of(new Input(new("time ahead", "预测时长"), horizon, 0, 1e6));
    }
}
