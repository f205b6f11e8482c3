namespace Clientele.Templating;

/// <summary>Awaits the parts of a model that a template reads, before it is rendered.</summary>
internal static class AwaitedModel
{
    public static async ValueTask<object?> ResolveAsync(
        object? model, IReadOnlyList<string> paths, TemplateBudget budget, string template, CancellationToken cancellationToken)
    {
        _ = (paths, budget, template);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask.ConfigureAwait(false);
        return model;
    }
}
