namespace Clientele.Analysis.Lifetime;

/// <summary>A parameter that was estimated, with its uncertainty.</summary>
/// <param name="Name">The name it has in the literature, such as <c>alpha</c>.</param>
/// <param name="Value">The estimate that makes the data most likely; above zero.</param>
/// <param name="StandardError">Its standard error, from the curvature of the likelihood at its maximum.</param>
/// <param name="From">The lower end of the 95 % interval (symmetric in the logarithm, so that it stays above zero).</param>
/// <param name="To">Its upper end.</param>
public sealed record Estimate(string Name, double Value, double StandardError, double From, double To);

/// <summary>A model fitted by maximum likelihood.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="Model">The model with its estimated parameters.</param>
/// <param name="Parameters">The parameters with their uncertainty.</param>
/// <param name="LogLikelihood">The logarithm of the likelihood at the maximum.</param>
/// <param name="Clients">How many clients it was fitted on.</param>
/// <param name="Steps">How many steps the climb took.</param>
public sealed record Fit<TModel>(TModel Model, IReadOnlyList<Estimate> Parameters, double LogLikelihood, long Clients, int Steps)
    where TModel : notnull;
