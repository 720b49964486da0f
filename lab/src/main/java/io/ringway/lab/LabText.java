package io.ringway.lab;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a file, or of standard input for {@code -}; gzip (RFC 1952) and zstd (RFC 8878) are unpacked, whatever it is called. */
final class LabText {
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b52ffd;

    private LabText() {}

    /**
     * @throws LabException for what cannot be read
     */
    static String of(Path file) {
        SourcePosition whole = new SourcePosition(file.toString(), 0, 0);
        try {
            byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(unpacked(bytes, whole)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new LabException(whole, "", "No such file or directory", LabException.USAGE);
        } catch (CharacterCodingException e) {
            throw new LabException(whole, "", "not a lab: its bytes are not UTF-8 text", LabException.USAGE);
        } catch (IOException e) {
            throw new LabException(whole, "", "cannot be read: " + e.getMessage(), LabException.USAGE);
        }
    }

    private static byte[] unpacked(byte[] bytes, SourcePosition whole) throws IOException {
        int magic = bytes.length < 4 ? 0 : ByteBuffer.wrap(bytes).getInt();
        boolean gzip = magic >>> 16 == GZIP;
        if (!gzip && magic != ZSTD) {
            return bytes;
        }
        InputStream packed = new ByteArrayInputStream(bytes);
        try (InputStream plain = gzip ? new GZIPInputStream(packed) : new ZstdInputStreamNoFinalizer(packed)) {
            return plain.readAllBytes();
        } catch (EOFException e) {
            throw new LabException(whole, "", "cut off: its " + kind(gzip) + " data end too early", LabException.USAGE);
        } catch (IOException e) {
            throw new LabException(whole, "", "damaged " + kind(gzip) + " data: " + e.getMessage(), LabException.USAGE);
        }
    }

    private static String kind(boolean gzip) {
        return gzip ? "gzip" : "zstd";
    }
}
