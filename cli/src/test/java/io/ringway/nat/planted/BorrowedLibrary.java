package io.ringway.nat.planted;

import picocli.CommandLine.Command;

/** Uses a library outside the module that it belongs to, on purpose: {@code ArchitectureTest} must notice. */
@Command
public final class BorrowedLibrary {}
