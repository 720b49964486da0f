package io.ringway.conformance.mutants;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads the project's classes from a class path of its own, so that each hunt begins with none loaded; libraries are shared. */
final class FreshLoader extends URLClassLoader {
    private static final String OURS = "io.ringway.";

    FreshLoader(URL[] classPath, ClassLoader libraries) {
        super(classPath, libraries);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
