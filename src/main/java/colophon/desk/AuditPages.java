package colophon.desk;

import org.springframework.context.annotation.Configuration;

/** The pages on which auditors inspect, and readers check. */
@Configuration(proxyBeanMethods = false)
class AuditPages {}
