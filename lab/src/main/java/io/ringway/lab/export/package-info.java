/**
 * A model as the lab that builds it again.
 *
 * <pre>
 *   namespaces → settings → links → ports → addresses, up → settings of interfaces → routes → neighbours, fdb → rules
 * </pre>
 *
 * A section is one class and one line in {@link io.ringway.lab.export.LabExport}; a kind of device one class and one
 * line in {@code DeviceExports}.
 */
package io.ringway.lab.export;
