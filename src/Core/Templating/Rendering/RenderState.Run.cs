namespace Clientele.Templating;

/// <content>Running a whole template.</content>
internal sealed partial class RenderState
{
    public void Run(CompiledUnit unit, object? model)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Frame = new Frame(unit, null, default);
        if (model is TemplateObject own)
        {
            PushGlobals(new GlobalScope(own, null, null));
        }
        else if (model is not null)
        {
            PushGlobals(new GlobalScope(null, ModelAccess.Root(this, model), null));
        }

        try
        {
            if (Statement.Run(unit.Body, this) == Flow.Return && !Returned.IsNull)
            {
                Write(Returned, default);
            }
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException))
        {
            // What the model's own members and sequences throw; everything of ours is typed.
            throw Fail(_at, $"The model failed: {exception.Message}", TemplateErrorCode.Host, exception);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw Fail(default, "The template nests too deeply.", TemplateErrorCode.DepthLimit, exception);
        }
    }
}
