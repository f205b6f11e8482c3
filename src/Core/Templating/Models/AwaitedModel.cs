using System.Collections;

namespace Clientele.Templating;

/// <summary>Awaits the parts of a model that a template reads, before it is rendered, one after another and within the budget.</summary>
internal sealed class AwaitedModel
{
    private readonly RenderState _state;
    private readonly TemplateBudget _budget;
    private readonly CancellationToken _cancellationToken;

    private AwaitedModel(TemplateEngine engine, TemplateBudget budget, CancellationToken cancellationToken)
    {
        _state = new RenderState(engine, RenderOptions.Default, new OutputBuffer(), cancellationToken);
        _budget = budget;
        _cancellationToken = cancellationToken;
    }

    public static async ValueTask<object?> ResolveAsync(
        TemplateEngine engine, object? model, IReadOnlyList<string> paths, TemplateBudget budget, string template, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            return null;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (budget.Deadline != Timeout.InfiniteTimeSpan)
        {
            deadline.CancelAfter(budget.Deadline);
        }

        try
        {
            var root = PathTree.Of(paths);
            return await new AwaitedModel(engine, budget, deadline.Token).ResolveAsync(model, root).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(template, TemplateErrorCode.Deadline, $"The model took longer than {budget.Deadline}.", exception);
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            throw Failed(template, TemplateErrorCode.Host, $"The model failed: {exception.Message}", exception);
        }
    }

    private static TemplateException Failed(string template, string code, string message, Exception cause) =>
        TemplateException.At(new SourceText("", template), default, code, message, cause);

    private async ValueTask<object?> ResolveAsync(object? value, PathTree paths)
    {
        var settled = await Awaitable.SettleAsync(value, _budget.CollectionItems, _cancellationToken).ConfigureAwait(false);
        if (settled is null or string || paths.Children.Count == 0)
        {
            return settled;
        }

        return settled is IList list and not IDictionary
            ? await ItemsAsync(list, paths).ConfigureAwait(false)
            : await MembersAsync(settled, paths).ConfigureAwait(false);
    }

    private async ValueTask<object> ItemsAsync(IList list, PathTree paths)
    {
        var items = new List<object?>(list.Count);
        var changed = false;
        foreach (var item in list)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var resolved = await ResolveAsync(item, paths).ConfigureAwait(false);
            changed |= !ReferenceEquals(resolved, item) && !Equals(resolved, item);
            items.Add(resolved);
        }

        return changed ? items : list;
    }

    private async ValueTask<object> MembersAsync(object target, PathTree paths)
    {
        if (ModelAccess.ToValue(_state, target).Kind != ValueKind.Object)
        {
            return target;
        }

        Dictionary<string, object?>? replaced = null;
        foreach (var (name, below) in paths.Children)
        {
            if (!_state.Engine.Models.TryGetMember(_state, target, name, out var value))
            {
                continue;
            }

            var member = value.Reference is ModelList list ? list.Items : value.Reference is ModelSequence sequence ? sequence.Items : Conversions.ToObject(value);
            var resolved = await ResolveAsync(member, below).ConfigureAwait(false);
            if (!ReferenceEquals(resolved, member) && !Equals(resolved, member))
            {
                (replaced ??= new(StringComparer.Ordinal))[name] = resolved;
            }
        }

        return replaced is null ? target : new OverlaidObject(target, replaced);
    }

    private sealed class PathTree
    {
        public Dictionary<string, PathTree> Children { get; } = new(StringComparer.Ordinal);

        public static PathTree Of(IReadOnlyList<string> paths)
        {
            var root = new PathTree();
            foreach (var path in paths)
            {
                var node = root;
                foreach (var name in path.Split('.'))
                {
                    if (!node.Children.TryGetValue(name, out var child))
                    {
                        node.Children[name] = child = new PathTree();
                    }

                    node = child;
                }
            }

            return root;
        }
    }
}
