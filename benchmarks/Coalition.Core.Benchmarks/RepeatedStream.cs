using System.Text;

namespace Coalition.Benchmarks;

/// <summary>A text made up as it is read: a beginning, pieces that are told their number, and an end; so that a large input costs the process nothing.</summary>
internal sealed class RepeatedStream(string beginning, int count, Func<int, string> piece, string end) : Stream
{
    private byte[] current = Encoding.UTF8.GetBytes(beginning);
    private int at;
    private int next;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (at == current.Length)
        {
            if (next > count)
            {
                return 0;
            }

            current = Encoding.UTF8.GetBytes(next < count ? piece(next) : end);
            (at, next) = (0, next + 1);
        }

        var length = Math.Min(buffer.Length, current.Length - at);
        current.AsSpan(at, length).CopyTo(buffer);
        at += length;
        return length;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
