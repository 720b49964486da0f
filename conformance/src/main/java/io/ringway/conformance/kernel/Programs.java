package io.ringway.conformance.kernel;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs real programs, without a shell and with a bare environment. */
final class Programs {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Programs() {}

    /** Runs a program to its end. */
    static ProgramResult run(List<String> argv, String stdin) {
        Path errors = null;
        try {
            errors = Files.createTempFile(ThrowAwayWorld.SCRATCH, "program", ".err");
            ProcessBuilder builder = prepare(argv).redirectError(errors.toFile());
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                if (stdin != null) {
                    in.write(stdin.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // It ended without reading its input; its exit code and words say why.
            }
            String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ProgramResult(process.waitFor(), stdout, Files.readString(errors));
        } catch (IOException e) {
            throw new KernelException("cannot run " + argv.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException("interrupted while running " + argv.get(0));
        } finally {
            delete(errors);
        }
    }

    /** Runs a program whose words go to this process's own streams: it needs no room for them. */
    static void runShown(String... argv) {
        try {
            if (prepare(List.of(argv)).inheritIO().start().waitFor() != 0) {
                throw new KernelException(String.join(" ", argv) + ": failed");
            }
        } catch (IOException e) {
            throw new KernelException("cannot run " + argv[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException("interrupted while running " + argv[0]);
        }
    }

    /** Starts a program that goes on beside the run and ends with the world at the latest. */
    static void start(List<String> argv) {
        try {
            prepare(argv)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new KernelException("cannot run " + argv.get(0), e);
        }
    }

    /** @throws KernelException with the program's words when it fails */
    static String mustRun(String... argv) {
        return mustRun(List.of(argv), null);
    }

    static String mustRun(List<String> argv, String stdin) {
        ProgramResult result = run(argv, stdin);
        if (!result.succeeded()) {
            throw new KernelException(String.join(" ", argv) + ": " + result.words());
        }
        return result.stdout();
    }

    private static ProcessBuilder prepare(List<String> argv) {
        ProcessBuilder builder = new ProcessBuilder(argv);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It goes with the world's private /run.
        }
    }
}
