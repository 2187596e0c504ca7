package colophon.desk;

import org.springframework.context.annotation.Configuration;

/** The pages on which operators run the newsroom. */
@Configuration(proxyBeanMethods = false)
class OperatorPages {}
