/** What the web server itself answers, before a request reaches us: problems, too. */
@NullMarked
package dev.monkeywrench.rest.tomcat;

import org.jspecify.annotations.NullMarked;
