/** What a real host's network looks like: the script that collects it, and the lab that its output makes. */
package io.ringway.lab.snapshot;
